package org.splicespark.djl;

import ai.djl.ndarray.NDArray;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019), in PyTorch's order of operations:
 *
 * <pre>
 * w -= rate * decay * w
 * m  = b1 m + (1 - b1) g,   v = b2 v + (1 - b2) g^2
 * w -= rate / (1 - b1^t) * m / (sqrt(v) / sqrt(1 - b2^t) + eps)
 * </pre>
 *
 * DJL's own adds eps before the bias correction, which makes it 32 times larger at the first step,
 * and keeps its moments to itself. Factors are doubles until they meet a float32 array, as there.
 */
record AdamW(double weightDecay) implements Descent {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  @Override
  public void take(LearnerArrays arrays, NDArray gradient, long step, double rate) {
    NDArray values = arrays.values();
    NDArray first = arrays.first();
    NDArray second = arrays.second();
    values.muli(1 - rate * weightDecay);
    try (NDArray share = gradient.mul(1 - BETA_1)) {
      first.muli(BETA_1).addi(share);
    }
    try (NDArray share = gradient.mul(1 - BETA_2)) {
      second.muli(BETA_2).addi(share.muli(gradient));
    }
    double size = rate / (1 - Math.pow(BETA_1, step));
    double correction = Math.sqrt(1 - Math.pow(BETA_2, step));
    try (NDArray root = second.sqrt();
        NDArray move = first.mul(size)) {
      values.subi(move.divi(root.divi(correction).addi(EPSILON)));
    }
  }
}
