package org.splicespark.train;

import java.io.Serializable;

/**
 * What a learner must know besides the state.
 *
 * @param optimizer AdamW for training; plain gradient descent is for tests of the averaging
 * @param weightDecay decoupled (Loshchilov and Hutter 2019)
 */
public record LearnerParameters(
    Loss loss, Optimizer optimizer, double weightDecay, Freezing freezing) implements Serializable {
  public static final double WEIGHT_DECAY = 0.01;

  /** How a gradient becomes a step. */
  public enum Optimizer {
    /** PyTorch's AdamW: betas 0.9 and 0.999, eps 1e-8 added after the bias correction. */
    ADAMW,
    /** Weights minus rate times gradient. */
    SGD
  }
}
