package org.splicespark.io.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.splicespark.io.keras.KerasLayers.Layer;
import org.splicespark.model.Family;
import org.splicespark.model.Flank;

/**
 * Which layer of a Keras model stands where in the network of Jaganathan et al., found by walking
 * from the output to the input; every layer on the way must be what the network has there.
 *
 * @param skips skip 0 reads the stem, skip k what unit 4k - 1 gives
 */
record KerasPlan(
    Family family, Flank flank, Layer stem, List<Unit> units, List<Layer> skips, Layer head) {
  private static final int LAYERS_OF_UNIT = 7;
  private static final int LAYERS_OF_SKIP = 2;

  /** Input, stem, skip 0, cropping, head. */
  private static final int OTHER_LAYERS = 5;

  /** A normalisation and the convolution that reads it through the activation. */
  record Half(Layer normalisation, Layer convolution) {}

  /**
   * @param sum the layer that adds what came in; what others read of the unit
   */
  record Unit(Half first, Half second, Layer sum) {}

  /**
   * @throws UnlikePlan if it is another network; names the layer
   */
  static KerasPlan of(KerasLayers layers) {
    Layer head = LayerChecks.pointwise(layers.output(), 3, "softmax");
    Layer cropping = LayerChecks.kind(layers.input(head), "Cropping1D");
    List<Layer> skips = skips(layers, layers.input(cropping));
    Layer stem = LayerChecks.pointwise(layers.input(skips.get(0)), Flank.CHANNELS, "linear");
    LayerChecks.input(layers.input(stem));
    List<Unit> units = units(layers, layers.input(skips.get(skips.size() - 1)), stem);
    requireEveryFourth(layers, skips, units);
    Flank flank = flank(units);
    cropping.require("cropping", "[" + flank.half() + "," + flank.half() + "]");
    int expected =
        OTHER_LAYERS
            + LAYERS_OF_UNIT * units.size()
            + LAYERS_OF_SKIP * units.size() / Flank.UNITS_PER_SKIP;
    if (layers.size() != expected) {
      throw new UnlikePlan("has " + layers.size() + " layers where the network has " + expected);
    }
    return new KerasPlan(family(stem), flank, stem, units, skips, head);
  }

  /** The two families differ in nothing but how they spelled convolutions of width 1. */
  private static Family family(Layer stem) {
    boolean same = stem.config().path("padding").asText().equals("same");
    return same ? Family.CI_SPLICEAI : Family.SPLICEAI;
  }

  /** The convolutions that the head sums, skip 0 first. */
  private static List<Layer> skips(KerasLayers layers, Layer sum) {
    List<Layer> skips = new ArrayList<>();
    Layer rest = sum;
    while (rest.is("Add") && skips.size() < layers.size()) {
      List<Layer> terms = layers.terms(rest);
      boolean first = readsSum(layers, terms.get(0));
      skips.add(terms.get(first ? 0 : 1));
      rest = terms.get(first ? 1 : 0);
    }
    if (skips.isEmpty()) {
      throw rest.unlike("a " + rest.kind(), "the sum of the skips");
    }
    skips.add(rest);
    Collections.reverse(skips);
    skips.forEach(skip -> LayerChecks.pointwise(skip, Flank.CHANNELS, "linear"));
    return skips;
  }

  private static boolean readsSum(KerasLayers layers, Layer layer) {
    return layer.is("Conv1D") && layers.input(layer).is("Add");
  }

  /** The units before and with the one that ends in {@code end}, the first first. */
  private static List<Unit> units(KerasLayers layers, Layer end, Layer stem) {
    List<Unit> units = new ArrayList<>();
    Layer x = end;
    while (x.is("Add") && units.size() < layers.size()) {
      List<Layer> terms = layers.terms(x);
      Layer last = terms.get(readsActivation(layers, terms.get(0)) ? 0 : 1);
      Half second = half(layers, last);
      Half first = half(layers, layers.input(second.normalisation()));
      Layer before = layers.input(first.normalisation());
      if (!x.inputs().contains(before.name())) {
        throw x.unlike("does not add " + UnlikePlan.shown(before.name()), "the unit's input");
      }
      units.add(new Unit(first, second, x));
      x = before;
    }
    if (!x.equals(stem)) {
      throw x.unlike("a " + x.kind(), "the first convolution, " + UnlikePlan.shown(stem.name()));
    }
    Collections.reverse(units);
    return units;
  }

  private static boolean readsActivation(KerasLayers layers, Layer layer) {
    return layer.is("Conv1D") && layers.input(layer).is("Activation");
  }

  private static Half half(KerasLayers layers, Layer convolution) {
    LayerChecks.dilated(convolution);
    Layer activation = LayerChecks.activation(layers.input(convolution));
    return new Half(LayerChecks.normalisation(layers.input(activation)), convolution);
  }

  private static void requireEveryFourth(KerasLayers layers, List<Layer> skips, List<Unit> units) {
    if ((skips.size() - 1) * Flank.UNITS_PER_SKIP != units.size()) {
      throw new UnlikePlan(
          "has %d skips for %d residual units, where the network has one for every four"
              .formatted(skips.size() - 1, units.size()));
    }
    for (int k = 1; k < skips.size(); k++) {
      Layer read = layers.input(skips.get(k));
      Layer expected = units.get(k * Flank.UNITS_PER_SKIP - 1).sum();
      if (!read.equals(expected)) {
        throw skips.get(k).unlike("reads " + read.name(), UnlikePlan.shown(expected.name()));
      }
    }
  }

  private static Flank flank(List<Unit> units) {
    List<Flank.Unit> shapes = new ArrayList<>();
    for (Unit unit : units) {
      Flank.Unit shape = LayerChecks.shape(unit.first().convolution());
      Flank.Unit second = LayerChecks.shape(unit.second().convolution());
      if (!second.equals(shape)) {
        throw unit.second().convolution().unlike(words(second), words(shape));
      }
      shapes.add(shape);
    }
    return Arrays.stream(Flank.values())
        .filter(flank -> flank.units().equals(shapes))
        .findFirst()
        .orElseThrow(
            () ->
                new UnlikePlan(
                    "its %d residual units of widths %s and dilations %s are those of no flank (80, 400, 2000, 10000)"
                        .formatted(
                            shapes.size(),
                            shapes.stream().map(Flank.Unit::width).toList(),
                            shapes.stream().map(Flank.Unit::dilation).toList())));
  }

  private static String words(Flank.Unit shape) {
    return "width " + shape.width() + " and dilation " + shape.dilation();
  }
}
