package org.splicespark.io.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.splicespark.io.keras.FrozenGraph.Constant;
import org.splicespark.model.Family;
import org.splicespark.model.Flank;
import org.splicespark.model.NetworkWeights;
import org.splicespark.model.NetworkWeights.Convolution;
import org.splicespark.model.NetworkWeights.Half;
import org.splicespark.model.NetworkWeights.Normalisation;
import org.splicespark.model.NetworkWeights.Unit;

/** The constants of one model of a frozen graph, by kind and number of their layers. */
final class FrozenModel {
  private static final int BASES = 4;
  private static final int CLASSES = 3;

  private final Map<Integer, Map<String, Constant>> convolutions = new TreeMap<>();
  private final Map<Integer, Map<String, Constant>> normalisations = new TreeMap<>();

  void put(String kind, int layer, String what, Constant constant) {
    (kind.equals("conv1d") ? convolutions : normalisations)
        .computeIfAbsent(layer, l -> new HashMap<>())
        .put(what, constant);
  }

  /**
   * In the order in which the program makes the layers: stem, skip 0, then four units and the skip
   * behind them, as often as there are, and the head.
   *
   * @throws UnlikePlan if there are other layers, or others' shapes
   */
  NetworkWeights weights() {
    Flank flank = flank();
    Iterator<Map<String, Constant>> convolution = convolutions.values().iterator();
    Iterator<Map<String, Constant>> normalisation = normalisations.values().iterator();
    Convolution stem = convolution(convolution.next(), 1, BASES, Flank.CHANNELS);
    List<Convolution> skips = new ArrayList<>();
    skips.add(convolution(convolution.next(), 1, Flank.CHANNELS, Flank.CHANNELS));
    List<Unit> units = new ArrayList<>();
    for (Flank.Unit shape : flank.units()) {
      Half first = half(normalisation.next(), convolution.next(), shape.width());
      units.add(new Unit(first, half(normalisation.next(), convolution.next(), shape.width())));
      if (units.size() % Flank.UNITS_PER_SKIP == 0) {
        skips.add(convolution(convolution.next(), 1, Flank.CHANNELS, Flank.CHANNELS));
      }
    }
    Convolution head = convolution(convolution.next(), 1, Flank.CHANNELS, CLASSES);
    return new NetworkWeights(Family.CI_SPLICEAI, flank, stem, units, skips, head);
  }

  /**
   * @param said by the numbers of the layers; not of all
   * @throws UnlikePlan at the first that is another than the network's
   */
  void requireDilations(Map<Integer, Long> said) {
    Iterator<Long> expected = dilations(flank()).iterator();
    for (int layer : convolutions.keySet()) {
      long dilation = expected.next();
      long found = said.getOrDefault(layer, dilation);
      if (found != dilation) {
        throw new UnlikePlan(
            "conv1d_%d has dilation %d where the network has %d".formatted(layer, found, dilation));
      }
    }
  }

  /** Of the convolutions, in the order of {@link #weights}. */
  private static List<Long> dilations(Flank flank) {
    List<Long> dilations = new ArrayList<>(List.of(1L, 1L));
    List<Flank.Unit> units = flank.units();
    for (int i = 0; i < units.size(); i++) {
      dilations.addAll(Collections.nCopies(2, (long) units.get(i).dilation()));
      if ((i + 1) % Flank.UNITS_PER_SKIP == 0) {
        dilations.add(1L);
      }
    }
    dilations.add(1L);
    return dilations;
  }

  private Flank flank() {
    for (Flank flank : Flank.values()) {
      int units = flank.units().size();
      boolean fits =
          convolutions.size() == 3 + 2 * units + units / Flank.UNITS_PER_SKIP
              && normalisations.size() == 2 * units;
      if (fits) {
        return flank;
      }
    }
    throw new UnlikePlan(
        "its %d convolutions and %d normalisations are those of no flank (80, 400, 2000, 10000)"
            .formatted(convolutions.size(), normalisations.size()));
  }

  private static Half half(
      Map<String, Constant> normalisation, Map<String, Constant> convolution, int width) {
    Normalisation normal =
        new Normalisation(
            values(normalisation, "gamma", Flank.CHANNELS),
            values(normalisation, "beta", Flank.CHANNELS),
            values(normalisation, "moving_mean", Flank.CHANNELS),
            values(normalisation, "moving_variance", Flank.CHANNELS));
    return new Half(normal, convolution(convolution, width, Flank.CHANNELS, Flank.CHANNELS));
  }

  private static Convolution convolution(Map<String, Constant> layer, int width, int in, int out) {
    float[] kept = values(layer, "kernel", width, in, out);
    return new Convolution(KerasTensors.turned(kept, width, in, out), values(layer, "bias", out));
  }

  private static float[] values(Map<String, Constant> layer, String what, int... shape) {
    Constant constant = layer.get(what);
    if (constant == null || !Arrays.equals(constant.shape(), shape)) {
      throw new UnlikePlan(
          "a layer's %s has shape %s where the network has %s"
              .formatted(
                  what,
                  constant == null ? "none" : Arrays.toString(constant.shape()),
                  Arrays.toString(shape)));
    }
    return constant.values();
  }
}
