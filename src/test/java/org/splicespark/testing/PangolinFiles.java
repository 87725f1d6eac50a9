package org.splicespark.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.splicespark.model.Flank;
import org.splicespark.testing.PtFiles.Weights;

/** Checkpoints under Pangolin's names, of networks that nobody trained. */
public final class PangolinFiles {
  private static final int HEADS = 8;

  private PangolinFiles() {}

  public static byte[] random(long seed) {
    return PtFiles.file(weights(seed));
  }

  /** Random weights with all eight output layers, in a map that may be changed. */
  public static Map<String, Weights> weights(long seed) {
    Map<String, Weights> weights = new LinkedHashMap<>();
    PtFiles.weights(Flank.F10000, seed).forEach((name, tensor) -> put(weights, name, tensor));
    Weights three = weights.remove("final_conv.weight");
    weights.remove("final_conv.bias");
    for (int head = 0; head < HEADS; head++) {
      int outputs = head % 2 == 0 ? 2 : 1;
      float[] values = java.util.Arrays.copyOfRange(three.values(), head, head + 32 * outputs);
      String name = "conv_last" + (head + 1);
      weights.put(name + ".weight", new Weights(new long[] {outputs, 32, 1}, values));
      weights.put(name + ".bias", new Weights(new long[] {outputs}, new float[outputs]));
    }
    return weights;
  }

  private static void put(Map<String, Weights> weights, String name, Weights tensor) {
    String[] parts = name.split("\\.");
    if (!parts[0].equals("residual_units")) {
      String to = name.replace("initial_conv", "conv1").replace("initial_skip.conv", "skip");
      weights.put(to, tensor);
      return;
    }
    int module = Integer.parseInt(parts[1]);
    if (module % 5 == 4) {
      weights.put("convs." + module / 5 + "." + parts[3], tensor);
    } else {
      String block = "resblocks." + (module - module / 5) + ".";
      weights.put(block + parts[2].replace("batchnorm", "bn") + "." + parts[3], tensor);
    }
  }
}
