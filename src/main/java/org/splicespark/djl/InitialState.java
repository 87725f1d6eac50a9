package org.splicespark.djl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.splicespark.model.Flank;
import org.splicespark.train.TrainingState;

/**
 * The network before its first step, with the bits that PyTorch gives it after {@code
 * torch.manual_seed(seed)}: weights and biases of a convolution are uniform within 1 / sqrt(fan in)
 * (He et al. 2015, with a = sqrt(5)), drawn in the order in which OpenSpliceAI makes its modules,
 * which is that of {@link ParameterNames}; batch normalisation draws nothing.
 */
final class InitialState {
  private InitialState() {}

  static TrainingState of(Flank flank, long seed) {
    MersenneTwister random = new MersenneTwister(seed);
    Map<String, long[]> shapes = ParameterNames.shapes(flank);
    Map<String, float[]> tensors = new LinkedHashMap<>();
    double fanIn = 0;
    for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
      String name = entry.getKey();
      long[] shape = entry.getValue();
      float[] values = new float[ParameterNames.size(shape)];
      if (ParameterNames.isOfNormalisation(name)) {
        java.util.Arrays.fill(values, startsAtOne(name) ? 1 : 0);
      } else if (name.endsWith(".weight")) {
        fanIn = (double) shape[1] * shape[2];
        draw(random, values, (float) weightBound(fanIn));
      } else {
        draw(random, values, (float) (1 / Math.sqrt(fanIn)));
      }
      tensors.put(name, values);
    }
    Map<String, Long> counters = new LinkedHashMap<>();
    List<String> names = ParameterNames.counters(flank);
    names.forEach(name -> counters.put(name, 0L));
    return new TrainingState(
        Collections.unmodifiableMap(tensors),
        Collections.unmodifiableMap(counters),
        Map.of(),
        Map.of(),
        0);
  }

  private static boolean startsAtOne(String name) {
    return name.endsWith(".weight") || name.endsWith(".running_var");
  }

  /** 1 / sqrt(fan in), rounded as PyTorch's kaiming_uniform_ rounds it. */
  private static double weightBound(double fanIn) {
    double gain = Math.sqrt(2.0 / 6.0);
    return Math.sqrt(3) * (gain / Math.sqrt(fanIn));
  }

  private static void draw(MersenneTwister random, float[] values, float bound) {
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextUniform(bound);
    }
  }
}
