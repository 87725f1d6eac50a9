package org.splicespark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.splicespark.train.Loss;

/** The arithmetic of a {@link Loss}, in autograd's reach. */
final class MeanLoss {
  /** Keeps the logarithm finite, as in the published trainer. */
  private static final double EPSILON = 1e-10;

  private static final int CLASS_AXIS = 1;

  private final Loss loss;

  MeanLoss(Loss loss) {
    this.loss = loss;
  }

  /**
   * The mean over all labelled places; a place without a class adds 0 to the sum and 1 to the
   * count.
   *
   * @param probabilities N x 3 x labelled
   * @param classes 0 or 1, N x 3 x labelled
   */
  NDArray of(NDArray probabilities, NDArray classes) {
    NDArray gain = classes.mul(probabilities.add(EPSILON).log());
    if (loss instanceof Loss.Focal focal) {
      gain = gain.mul(focus(focal, probabilities));
    }
    return gain.sum(new int[] {CLASS_AXIS}).mean().neg();
  }

  /** alpha_c (1 - p_c)^gamma, N x 3 x labelled. */
  private static NDArray focus(Loss.Focal focal, NDArray probabilities) {
    // At p = 1 the slope of a power below 1 is infinite; times a loss of 0 it would be NaN.
    NDArray doubt = probabilities.neg().add(1).clip(EPSILON, 1);
    double[] alpha = focal.alpha().stream().mapToDouble(a -> a).toArray();
    float[] weights = {(float) alpha[0], (float) alpha[1], (float) alpha[2]};
    NDArray perClass = probabilities.getManager().create(weights, new Shape(1, weights.length, 1));
    return doubt.pow(focal.gamma()).mul(perClass);
  }
}
