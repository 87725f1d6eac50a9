package org.splicespark.io.keras;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.Arrays;
import org.splicespark.io.keras.KerasLayers.Layer;
import org.splicespark.model.Flank;
import org.splicespark.model.NetworkWeights;
import org.splicespark.model.NetworkWeights.Convolution;
import org.splicespark.model.NetworkWeights.Normalisation;

/**
 * The weights of a model, in the order of PyTorch's convolutions: out x in x width, where Keras has
 * width x in x out.
 *
 * @param weights the group that has a group for every layer
 */
record KerasTensors(Group weights) {
  private static final int BASES = 4;

  NetworkWeights of(KerasPlan plan) {
    return new NetworkWeights(
        plan.family(),
        plan.flank(),
        convolution(plan.stem(), BASES),
        plan.units().stream().map(this::unit).toList(),
        plan.skips().stream().map(skip -> convolution(skip, Flank.CHANNELS)).toList(),
        convolution(plan.head(), Flank.CHANNELS));
  }

  private NetworkWeights.Unit unit(KerasPlan.Unit unit) {
    return new NetworkWeights.Unit(half(unit.first()), half(unit.second()));
  }

  private NetworkWeights.Half half(KerasPlan.Half half) {
    return new NetworkWeights.Half(
        normalisation(half.normalisation()), convolution(half.convolution(), Flank.CHANNELS));
  }

  private Normalisation normalisation(Layer layer) {
    return new Normalisation(
        read(layer, "gamma", Flank.CHANNELS),
        read(layer, "beta", Flank.CHANNELS),
        read(layer, "moving_mean", Flank.CHANNELS),
        read(layer, "moving_variance", Flank.CHANNELS));
  }

  private Convolution convolution(Layer layer, int in) {
    int width = layer.config().path("kernel_size").path(0).asInt();
    int out = layer.config().path("filters").asInt();
    float[] kept = read(layer, "kernel", width, in, out);
    return new Convolution(turned(kept, width, in, out), read(layer, "bias", out));
  }

  /** From width x in x out to out x in x width. */
  static float[] turned(float[] kept, int width, int in, int out) {
    float[] kernel = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      int o = i % out;
      int c = i / out % in;
      kernel[(o * in + c) * width + i / out / in] = kept[i];
    }
    return kernel;
  }

  private float[] read(Layer layer, String what, int... shape) {
    Dataset dataset = dataset(layer, what);
    String place = "layer " + UnlikePlan.shown(layer.name()) + ": its " + what;
    if (!Arrays.equals(dataset.getDimensions(), shape)) {
      throw new UnlikePlan(
          "%s has shape %s instead of %s"
              .formatted(place, Arrays.toString(dataset.getDimensions()), Arrays.toString(shape)));
    }
    if (!(dataset.getDataFlat() instanceof float[] values)) {
      throw new UnlikePlan(place + " is not of 32-bit floating-point numbers");
    }
    return values;
  }

  /** Keras lists a layer's tensors by their paths below the layer's group. */
  private Dataset dataset(Layer layer, String what) {
    if (weights.getChild(layer.name()) instanceof Group group) {
      Attribute names = group.getAttribute("weight_names");
      Object listed = names == null ? null : names.getData();
      for (String name : listed instanceof String[] all ? all : new String[0]) {
        if (name.endsWith("/" + what + ":0")) {
          Node node = group.getByPath(name);
          if (node instanceof Dataset dataset) {
            return dataset;
          }
        }
      }
    }
    throw new UnlikePlan("layer " + UnlikePlan.shown(layer.name()) + " has no " + what);
  }
}
