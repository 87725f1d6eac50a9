package org.splicespark.djl;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.splicespark.model.Channels;
import org.splicespark.model.Flank;
import org.splicespark.model.Flank.Unit;

/**
 * What OpenSpliceAI calls the network's parameters, and their shapes. Its list {@code
 * residual_units} holds the skip convolutions too, each behind the four units it follows: units
 * have the indices 0-3, 5-8, ..., skips 4, 9, ....
 */
final class ParameterNames {
  static final String STEM = "initial_conv";
  static final String HEAD = "final_conv";
  static final String MEAN = ".running_mean";
  static final String VARIANCE = ".running_var";
  static final String COUNTER = ".num_batches_tracked";
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
    return name.endsWith(COUNTER);
  }

  /** True for scale, shift and running statistics of a batch normalisation. */
  static boolean isOfNormalisation(String name) {
    return name.contains(".batchnorm");
  }

  /** True for what a batch normalisation keeps of its batches, which no gradient moves. */
  static boolean isStatistic(String name) {
    return name.endsWith(MEAN) || name.endsWith(VARIANCE);
  }

  /** Elements of a tensor of this shape. */
  static int size(long[] shape) {
    return (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }

  /** The counters, in PyTorch's order. */
  static List<String> counters(Flank flank) {
    return shapes(flank).keySet().stream()
        .filter(name -> name.endsWith(VARIANCE))
        .map(ParameterNames::counterBehind)
        .toList();
  }

  /** PyTorch's name of the counter that follows a running variance. */
  static String counterBehind(String variance) {
    return variance.substring(0, variance.length() - VARIANCE.length()) + COUNTER;
  }

  /** The parameters of a network of sites, as below. */
  static Map<String, long[]> shapes(Flank flank) {
    return shapes(flank, Channels.SITES.count());
  }

  /**
   * Every parameter that scoring reads, in PyTorch's order, with its shape.
   *
   * @param outputs channels of the last convolution
   */
  static Map<String, long[]> shapes(Flank flank, int outputs) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    convolution(shapes, STEM, Flank.CHANNELS, BASES, 1);
    convolution(shapes, skip(0), Flank.CHANNELS, Flank.CHANNELS, 1);
    int i = 0;
    for (Unit unit : flank.units()) {
      for (int half = 1; half <= 2; half++) {
        normalisation(shapes, unit(i) + ".batchnorm" + half);
      }
      for (int half = 1; half <= 2; half++) {
        convolution(shapes, unit(i) + ".conv" + half, Flank.CHANNELS, Flank.CHANNELS, unit.width());
      }
      i++;
      if (i % Flank.UNITS_PER_SKIP == 0) {
        convolution(shapes, skip(i / Flank.UNITS_PER_SKIP), Flank.CHANNELS, Flank.CHANNELS, 1);
      }
    }
    convolution(shapes, HEAD, outputs, Flank.CHANNELS, 1);
    return shapes;
  }

  private static void convolution(
      Map<String, long[]> shapes, String name, long to, long from, long width) {
    shapes.put(name + ".weight", new long[] {to, from, width});
    shapes.put(name + ".bias", new long[] {to});
  }

  private static void normalisation(Map<String, long[]> shapes, String name) {
    for (String part : new String[] {".weight", ".bias", MEAN, VARIANCE}) {
      shapes.put(name + part, new long[] {Flank.CHANNELS});
    }
  }
}
