package org.splicespark.train;

import java.io.Serializable;

/**
 * Counts a network's answers, batch by batch, in memory that does not grow; those of many machines
 * are merged. Not safe for threads.
 *
 * <p>Places behind a gene's end, whose label is {@value #BEYOND}, are left out: the network sees no
 * base there. The published trainer counts them as places that are neither acceptor nor donor. The
 * loss has them as it has them in training, where they are among the places that the mean is over.
 */
public final class Evaluation implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The label of places that do not count. */
  public static final int BEYOND = 3;

  private static final int ACCEPTOR = 1;
  private static final int DONOR = 2;

  private final ScoreHistogram acceptors = new ScoreHistogram();
  private final ScoreHistogram donors = new ScoreHistogram();
  private final Confusion confusion = new Confusion();
  private double loss;
  private long examples;

  /** Counts a batch and what the learner answered to it. */
  public void add(TrainingBatch batch, Learner.Answer answer) {
    add(batch.count(), batch.labels(), answer.probabilities(), answer.loss());
  }

  /**
   * Counts a batch.
   *
   * @param count examples
   * @param labels count x length, row-major
   * @param probabilities count x 3 x length, row-major
   * @param meanLoss of the batch
   * @throws IllegalArgumentException if sizes differ, or a probability is no number
   */
  public void add(int count, byte[] labels, float[] probabilities, double meanLoss) {
    if (count < 1
        || probabilities.length != Confusion.CLASSES * labels.length
        || labels.length % count != 0) {
      throw new IllegalArgumentException(
          probabilities.length
              + " probabilities for "
              + labels.length
              + " labels of "
              + count
              + " examples");
    }
    int length = labels.length / count;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != BEYOND) {
        // An example's three rows follow each other; this is the place in the first.
        count(
            labels[i], probabilities, i / length * Confusion.CLASSES * length + i % length, length);
      }
    }
    loss += meanLoss * count;
    examples += count;
  }

  private void count(int label, float[] probabilities, int neither, int length) {
    float acceptor = probabilities[neither + length];
    float donor = probabilities[neither + 2 * length];
    acceptors.add(acceptor, label == ACCEPTOR);
    donors.add(donor, label == DONOR);
    confusion.add(label, call(probabilities[neither], acceptor, donor));
  }

  /** The most probable class, the first of equals. */
  private static int call(float neither, float acceptor, float donor) {
    if (donor > neither && donor > acceptor) {
      return DONOR;
    }
    return acceptor > neither ? ACCEPTOR : 0;
  }

  /** Adds what another has counted; the other stays as it is. */
  public void merge(Evaluation other) {
    acceptors.merge(other.acceptors);
    donors.merge(other.donors);
    confusion.merge(other.confusion);
    loss += other.loss;
    examples += other.examples;
  }

  /**
   * @throws IllegalArgumentException if nothing was counted
   */
  public EpochMetrics metrics() {
    return new EpochMetrics(
        loss / examples,
        examples,
        confusion.places(),
        confusion.accuracy(),
        confusion.balancedAccuracy(),
        SiteMetrics.of(acceptors.ranking(), confusion, ACCEPTOR),
        SiteMetrics.of(donors.ranking(), confusion, DONOR));
  }
}
