package org.splicespark.djl;

import java.util.LinkedHashMap;
import java.util.Map;
import org.splicespark.model.Flank;
import org.splicespark.model.Flank.Unit;
import org.splicespark.model.Probabilities;

/**
 * What OpenSpliceAI calls the network's parameters, and their shapes. Its list {@code
 * residual_units} holds the skip convolutions too, each behind the four units it follows: units
 * have the indices 0-3, 5-8, ..., skips 4, 9, ....
 */
final class ParameterNames {
  static final String STEM = "initial_conv";
  static final String HEAD = "final_conv";
  private static final String UNITS = "residual_units.";
  private static final int BASES = 4;

  private ParameterNames() {}

  /** Prefix of residual unit {@code i}, counted from 0 without the skips. */
  static String unit(int i) {
    return UNITS + (i + i / Flank.UNITS_PER_SKIP);
  }

  /** Prefix of skip {@code k}: 0 reads the stem, {@code k} what unit {@code 4k - 1} gave. */
  static String skip(int k) {
    return k == 0 ? "initial_skip.conv" : UNITS + (k * (Flank.UNITS_PER_SKIP + 1) - 1) + ".conv";
  }

  /** True for the counters that training keeps and scoring has no use for. */
  static boolean isCounter(String name) {
    return name.endsWith(".num_batches_tracked");
  }

  /** Every parameter that scoring reads, in the order of the modules, with its shape. */
  static Map<String, long[]> shapes(Flank flank) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    convolution(shapes, STEM, Flank.CHANNELS, BASES, 1);
    convolution(shapes, skip(0), Flank.CHANNELS, Flank.CHANNELS, 1);
    int i = 0;
    for (Unit unit : flank.units()) {
      for (int half = 1; half <= 2; half++) {
        normalisation(shapes, unit(i) + ".batchnorm" + half);
        convolution(shapes, unit(i) + ".conv" + half, Flank.CHANNELS, Flank.CHANNELS, unit.width());
      }
      i++;
      if (i % Flank.UNITS_PER_SKIP == 0) {
        convolution(shapes, skip(i / Flank.UNITS_PER_SKIP), Flank.CHANNELS, Flank.CHANNELS, 1);
      }
    }
    convolution(shapes, HEAD, Probabilities.CHANNELS, Flank.CHANNELS, 1);
    return shapes;
  }

  private static void convolution(
      Map<String, long[]> shapes, String name, long to, long from, long width) {
    shapes.put(name + ".weight", new long[] {to, from, width});
    shapes.put(name + ".bias", new long[] {to});
  }

  private static void normalisation(Map<String, long[]> shapes, String name) {
    for (String part : new String[] {".weight", ".bias", ".running_mean", ".running_var"}) {
      shapes.put(name + part, new long[] {Flank.CHANNELS});
    }
  }
}
