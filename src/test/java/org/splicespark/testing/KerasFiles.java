package org.splicespark.testing;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.splicespark.model.Flank;
import org.splicespark.testing.PtFiles.Weights;

/**
 * Keras models of networks that nobody trained, as Keras 2 saves them, with the layers and names
 * that CI-SpliceAI's program gives them.
 */
public final class KerasFiles {
  private final Map<String, Weights> weights;
  private final List<String> layers = new ArrayList<>();
  private final WritableGroup group;
  private int convolutions;
  private int normalisations;
  private int activations;
  private int sums;

  private KerasFiles(Map<String, Weights> weights, WritableGroup group) {
    this.weights = weights;
    this.group = group;
  }

  /** A whole model with the weights of {@link PtFiles#weights}. */
  public static Path write(Path file, Flank flank, long seed) {
    return write(file, flank, seed, config -> config);
  }

  /**
   * @param change made to the architecture's JSON
   */
  public static Path write(Path file, Flank flank, long seed, UnaryOperator<String> change) {
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      Map<String, Weights> weights = PtFiles.weights(flank, seed);
      KerasFiles model = new KerasFiles(weights, hdf.putGroup("model_weights"));
      String config = model.network(flank);
      hdf.putAttribute("keras_version", "2.2.4");
      hdf.putAttribute("backend", "tensorflow");
      hdf.putAttribute("model_config", change.apply(config));
    }
    return file;
  }

  private String network(Flank flank) {
    layer("InputLayer", "input_1", "'batch_input_shape':[null,null,4]");
    String stem = convolution("initial_conv", 1, "linear", "input_1");
    String sum = convolution("initial_skip.conv", 1, "linear", stem);
    String x = stem;
    int module = 0;
    for (int i = 0; i < flank.units().size(); i++) {
      int dilation = flank.units().get(i).dilation();
      String unit = "residual_units." + module++;
      String y = half(unit, "1", dilation, x);
      x = sum(half(unit, "2", dilation, y), x);
      if ((i + 1) % 4 == 0) {
        String skip = convolution("residual_units." + module++ + ".conv", 1, "linear", x);
        sum = sum(skip, sum);
      }
    }
    int half = flank.half();
    String middle =
        layer("Cropping1D", "cropping1d_1", "'cropping':[" + half + "," + half + "]", sum);
    String head = convolution("final_conv", 1, "softmax", middle);
    String list = String.join(",", layers);
    String model =
        "{'class_name':'Model','config':{'name':'model_1','layers':[%s],"
            + "'input_layers':[['input_1',0,0]],'output_layers':[['%s',0,0]]}}";
    return String.format(model, list, head).replace('\'', '"');
  }

  private String half(String unit, String which, int dilation, String x) {
    String name = "batch_normalization_" + ++normalisations;
    String config = "'axis':-1,'momentum':0.99,'epsilon':0.001,'center':true,'scale':true";
    String normal = layer("BatchNormalization", name, config, x);
    String norm = unit + ".batchnorm" + which;
    keep(name, "gamma", weights.get(norm + ".weight").values());
    keep(name, "beta", weights.get(norm + ".bias").values());
    keep(name, "moving_mean", weights.get(norm + ".running_mean").values());
    keep(name, "moving_variance", weights.get(norm + ".running_var").values());
    listed(name, "gamma", "beta", "moving_mean", "moving_variance");
    String active =
        layer("Activation", "activation_" + ++activations, "'activation':'relu'", normal);
    return convolution(unit + ".conv" + which, dilation, "linear", active);
  }

  private String convolution(String torch, int dilation, String activation, String input) {
    String name = "conv1d_" + ++convolutions;
    Weights kernel = weights.get(torch + ".weight");
    int out = (int) kernel.shape()[0];
    int in = (int) kernel.shape()[1];
    int width = (int) kernel.shape()[2];
    float[][][] turned = new float[width][in][out];
    for (int o = 0; o < out; o++) {
      for (int c = 0; c < in; c++) {
        for (int k = 0; k < width; k++) {
          turned[k][c][o] = kernel.values()[(o * in + c) * width + k];
        }
      }
    }
    keep(name, "kernel", turned);
    keep(name, "bias", weights.get(torch + ".bias").values());
    listed(name, "kernel", "bias");
    String config =
        "'filters':%d,'kernel_size':[%d],'strides':[1],'padding':'same','dilation_rate':[%d],"
            + "'data_format':'channels_last','activation':'%s','use_bias':true";
    return layer("Conv1D", name, String.format(config, out, width, dilation, activation), input);
  }

  private String sum(String one, String other) {
    return layer("Add", "add_" + ++sums, "'trainable':true", one, other);
  }

  private String layer(String kind, String name, String config, String... inputs) {
    List<String> nodes = new ArrayList<>();
    for (String input : inputs) {
      nodes.add("['" + input + "',0,0,{}]");
    }
    String bound = inputs.length == 0 ? "" : "[" + String.join(",", nodes) + "]";
    layers.add(
        String.format(
            "{'class_name':'%s','name':'%s','config':{'name':'%s',%s},'inbound_nodes':[%s]}",
            kind, name, name, config, bound));
    return name;
  }

  private WritableGroup inner(String layer) {
    Object there = group.getChild(layer);
    WritableGroup outer = there == null ? group.putGroup(layer) : (WritableGroup) there;
    Object inner = outer.getChild(layer);
    return inner == null ? outer.putGroup(layer) : (WritableGroup) inner;
  }

  private void keep(String layer, String what, Object values) {
    inner(layer).putDataset(what + ":0", values);
  }

  private void listed(String layer, String... what) {
    String[] names = new String[what.length];
    for (int i = 0; i < what.length; i++) {
      names[i] = layer + "/" + what[i] + ":0";
    }
    ((WritableGroup) group.getChild(layer)).putAttribute("weight_names", names);
  }
}
