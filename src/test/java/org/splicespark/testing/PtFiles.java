package org.splicespark.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.splicespark.model.Flank;

/** PyTorch checkpoints of networks that nobody trained, made in the test that needs them. */
public final class PtFiles {
  private static final String FOLDER = "made/";

  private PtFiles() {}

  /** One tensor, row-major. */
  public record Weights(long[] shape, float[] values) {}

  /** A checkpoint with random weights. */
  public static byte[] random(Flank flank, long seed) {
    return file(weights(flank, seed));
  }

  /** Random weights under OpenSpliceAI's names, in a map that may be changed. */
  public static Map<String, Weights> weights(Flank flank, long seed) {
    Random random = new Random(seed);
    Map<String, Weights> weights = new LinkedHashMap<>();
    convolution(weights, random, "initial_conv", 32, 4, 1);
    convolution(weights, random, "initial_skip.conv", 32, 32, 1);
    int module = 0;
    int unit = 0;
    for (Flank.Unit shape : flank.units()) {
      String name = "residual_units." + module++;
      normalisation(weights, random, name + ".batchnorm1");
      normalisation(weights, random, name + ".batchnorm2");
      convolution(weights, random, name + ".conv1", 32, 32, shape.width());
      convolution(weights, random, name + ".conv2", 32, 32, shape.width());
      if (++unit % 4 == 0) {
        convolution(weights, random, "residual_units." + module++ + ".conv", 32, 32, 1);
      }
    }
    convolution(weights, random, "final_conv", 3, 32, 1);
    return weights;
  }

  private static void convolution(
      Map<String, Weights> weights, Random random, String name, int to, int from, int width) {
    double bound = 1 / Math.sqrt(from * width);
    put(weights, random, name + ".weight", -bound, bound, to, from, width);
    put(weights, random, name + ".bias", -bound, bound, to);
  }

  private static void normalisation(Map<String, Weights> weights, Random random, String name) {
    put(weights, random, name + ".weight", 0.5, 1.5, 32);
    put(weights, random, name + ".bias", -0.3, 0.3, 32);
    put(weights, random, name + ".running_mean", -0.3, 0.3, 32);
    put(weights, random, name + ".running_var", 0.5, 1.5, 32);
  }

  private static void put(
      Map<String, Weights> weights,
      Random random,
      String name,
      double from,
      double to,
      long... shape) {
    int count = 1;
    for (long size : shape) {
      count *= (int) size;
    }
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (from + (to - from) * random.nextDouble());
    }
    weights.put(name, new Weights(shape, values));
  }

  /** A checkpoint that holds these tensors, each on a storage of its own. */
  public static byte[] file(Map<String, Weights> weights) {
    Map<String, byte[]> storages = new LinkedHashMap<>();
    PickleWriter pickle = new PickleWriter().dict();
    weights.forEach(
        (name, tensor) -> {
          String key = Integer.toString(storages.size());
          storages.put(key, bytes(tensor.values()));
          int held = tensor.values().length;
          long[] strides = rowMajor(tensor.shape());
          pickle.text(name).tensor("FloatStorage", key, held, 0, tensor.shape(), strides);
        });
    return file(pickle.end(), storages);
  }

  /** A checkpoint of this pickle and these storages. */
  public static byte[] file(byte[] pickle, Map<String, byte[]> storages) {
    return ZipWriter.zip(entries(pickle, storages), false);
  }

  /** The same with 64-bit offsets, as files beyond 4 GB have them. */
  public static byte[] file64(byte[] pickle, Map<String, byte[]> storages) {
    return ZipWriter.zip(entries(pickle, storages), true);
  }

  /** A zip of such entries, for what is no checkpoint. */
  public static byte[] zip(Map<String, byte[]> entries) {
    return ZipWriter.zip(entries, false);
  }

  private static Map<String, byte[]> entries(byte[] pickle, Map<String, byte[]> storages) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(FOLDER + "data.pkl", pickle);
    storages.forEach((key, bytes) -> entries.put(FOLDER + "data/" + key, bytes));
    return entries;
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static long[] rowMajor(long[] shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape[i];
    }
    return strides;
  }
}
