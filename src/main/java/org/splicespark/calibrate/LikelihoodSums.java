package org.splicespark.calibrate;

import java.io.Serializable;

/**
 * What one pass over logits and labels says of a temperature: the negative log-likelihood and how
 * it changes with the factors a = 1 / T of the classes. Those of many machines are merged. Not safe
 * for threads.
 *
 * <p>With logits z, p = softmax(a z) and label y, the loss of a place is -log p[y]; its gradient is
 * (p[c] - [c = y]) z[c], its Hessian (p[c] [c = d] - p[c] p[d]) z[c] z[d]. The Hessian is a
 * covariance, so the loss is convex in a (and is not in T).
 */
public final class LikelihoodSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Temperature temperature;
  private final double[] gradient = new double[LabelledLogits.CLASSES];
  private final double[][] hessian = new double[LabelledLogits.CLASSES][LabelledLogits.CLASSES];
  private double loss;
  private long places;

  public LikelihoodSums(Temperature temperature) {
    this.temperature = temperature;
  }

  public void add(LabelledLogits batch) {
    Softmax softmax = new Softmax();
    batch.visit(temperature, (logits, scaled, label) -> add(softmax.of(scaled), logits, label));
  }

  private void add(Softmax softmax, double[] logits, int label) {
    loss += softmax.surprise(label);
    places++;
    for (int c = 0; c < logits.length; c++) {
      gradient[c] += (c == label ? -softmax.others(c) : softmax.p(c)) * logits[c];
      hessian[c][c] += softmax.p(c) * softmax.others(c) * logits[c] * logits[c];
      for (int d = 0; d < c; d++) {
        double mixed = -softmax.p(c) * softmax.p(d) * logits[c] * logits[d];
        hessian[c][d] += mixed;
        hessian[d][c] += mixed;
      }
    }
  }

  /** Adds what another has summed at the same temperature; the other stays as it is. */
  public void merge(LikelihoodSums other) {
    loss += other.loss;
    places += other.places;
    for (int c = 0; c < gradient.length; c++) {
      gradient[c] += other.gradient[c];
      for (int d = 0; d < gradient.length; d++) {
        hessian[c][d] += other.hessian[c][d];
      }
    }
  }

  public long places() {
    return places;
  }

  /** Mean over the places, in nats. */
  public double loss() {
    return loss / places;
  }

  /**
   * These sums.
   *
   * @throws NoNumbersException if the network's answers are none
   */
  LikelihoodSums requireNumber() {
    if (!Double.isFinite(loss)) {
      throw new NoNumbersException();
    }
    return this;
  }

  /** Of the mean loss, by the factor of a class. */
  double gradient(int c) {
    return gradient[c] / places;
  }

  /** Of the mean loss, by the factors of two classes. */
  double hessian(int c, int d) {
    return hessian[c][d] / places;
  }
}
