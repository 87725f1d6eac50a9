package org.splicespark.djl;

import ai.djl.ndarray.NDArray;
import org.splicespark.train.LearnerParameters;

/** How a gradient becomes a step; gradients must be off. */
@FunctionalInterface
interface Descent {

  /**
   * @param gradient P; may be overwritten
   * @param step from 1
   */
  void take(LearnerArrays arrays, NDArray gradient, long step, double rate);

  static Descent of(LearnerParameters parameters) {
    return switch (parameters.optimizer()) {
      case ADAMW -> new AdamW(parameters.weightDecay());
      case SGD ->
          (arrays, gradient, step, rate) -> {
            arrays.values().subi(gradient.muli(rate));
          };
    };
  }
}
