package org.splicespark.train;

/**
 * Examples for one step.
 *
 * @param count N
 * @param codes N x (labelled + flank) base codes, coding strand: the channel (0 to 3), or 4 for no
 *     base; row after row
 * @param labels N x labelled classes: 0 neither, 1 acceptor, 2 donor, 3 behind the gene's end (its
 *     one-hot row is zero); row after row
 */
public record TrainingBatch(int count, byte[] codes, byte[] labels) {
  public TrainingBatch {
    if (count < 1 || codes.length % count != 0 || labels.length % count != 0) {
      throw new IllegalArgumentException(
          codes.length + " codes and " + labels.length + " labels for " + count + " examples");
    }
  }

  /** Labelled bases of an example. */
  public int labelled() {
    return labels.length / count;
  }

  /** Bases of an example. */
  public int length() {
    return codes.length / count;
  }
}
