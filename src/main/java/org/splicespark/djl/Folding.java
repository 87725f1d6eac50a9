package org.splicespark.djl;

import java.util.LinkedHashMap;
import java.util.Map;
import org.splicespark.calibrate.Temperature;
import org.splicespark.train.TrainingState;

/**
 * A temperature within a network. Its logits are a convolution of width 1, so dividing weights and
 * bias of a class divides the class's logits; whoever runs the network, in whatever way, need not
 * know.
 */
final class Folding {
  private Folding() {}

  /** The same state but for the weights and the bias that make the logits. */
  static TrainingState into(TrainingState state, Temperature temperature) {
    Map<String, float[]> tensors = new LinkedHashMap<>(state.tensors());
    tensors.computeIfPresent(
        ParameterNames.HEAD + ".weight", (name, weights) -> divided(weights, temperature));
    tensors.computeIfPresent(
        ParameterNames.HEAD + ".bias", (name, biases) -> divided(biases, temperature));
    return new TrainingState(
        tensors, state.counters(), state.first(), state.second(), state.steps());
  }

  /**
   * @param rows one for each class, one after the other
   */
  private static float[] divided(float[] rows, Temperature temperature) {
    double[] classes = temperature.classes();
    int each = rows.length / classes.length;
    float[] divided = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      divided[i] = (float) (rows[i] / classes[i / each]);
    }
    return divided;
  }
}
