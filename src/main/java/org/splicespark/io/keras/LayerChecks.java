package org.splicespark.io.keras;

import org.splicespark.io.keras.KerasLayers.Layer;
import org.splicespark.model.Family;
import org.splicespark.model.Flank;

/** What a layer's settings must be, by what it is in the network. */
final class LayerChecks {
  private static final int BASES = 4;

  private LayerChecks() {}

  static Layer kind(Layer layer, String kind) {
    if (!layer.is(kind)) {
      throw layer.unlike("a " + layer.kind(), "a " + kind);
    }
    return layer;
  }

  static void input(Layer layer) {
    kind(layer, "InputLayer").require("batch_input_shape", "[null,null," + BASES + "]");
  }

  /** A convolution of width 1. */
  static Layer pointwise(Layer layer, int filters, String activation) {
    convolution(layer, filters, activation).require("kernel_size", "[1]");
    layer.require("dilation_rate", "[1]");
    layer.require("padding", "\"valid\"", "\"same\"");
    return layer;
  }

  /** A convolution of a residual unit; its width and dilation are looked at elsewhere. */
  static void dilated(Layer layer) {
    convolution(layer, Flank.CHANNELS, "linear").require("padding", "\"same\"");
  }

  private static Layer convolution(Layer layer, int filters, String activation) {
    kind(layer, "Conv1D").require("filters", "" + filters);
    layer.require("activation", '"' + activation + '"');
    layer.require("strides", "[1]");
    layer.require("use_bias", "true");
    layer.require("data_format", "\"channels_last\"", ""); // Keras 2.0 did not write it.
    layer.require("groups", "1", "");
    return layer;
  }

  static Layer activation(Layer layer) {
    kind(layer, "Activation").require("activation", "\"relu\"");
    return layer;
  }

  static Layer normalisation(Layer layer) {
    kind(layer, "BatchNormalization").require("axis", "-1", "[-1]", "2", "[2]");
    layer.require("scale", "true");
    layer.require("center", "true");
    if ((float) layer.config().path("epsilon").asDouble() != Family.SPLICEAI.epsilon()) {
      throw layer.unlike(
          "epsilon " + layer.config().path("epsilon"), "" + Family.SPLICEAI.epsilon());
    }
    return layer;
  }

  /** Width and dilation. */
  static Flank.Unit shape(Layer convolution) {
    return new Flank.Unit(
        convolution.config().path("kernel_size").path(0).asInt(),
        convolution.config().path("dilation_rate").path(0).asInt());
  }
}
