package org.splicespark.testing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.splicespark.model.Flank;
import org.splicespark.testing.PtFiles.Weights;

/**
 * A network of 80 bases of context whose weights were thought out, not trained: it knows the
 * textbook's splice sites, YYYYYYYYYYYNCAG|G and AG|GTRAG, and nothing else. For the demo.
 *
 * <p>Everything it computes is a sum of bases seen, which is never negative, so LeakyReLU changes
 * nothing. Unit 0 sums the donor's motif, the acceptor's core and the pyrimidines left of it; unit
 * 1 brings the pyrimidines, which start beyond one convolution's reach, to the acceptor. The other
 * units add nothing, and the skip behind them hands both sums to the head.
 */
final class DemoModel {
  private static final int A = 0;
  private static final int C = 1;
  private static final int G = 2;
  private static final int T = 3;

  /** Channels behind those of the four bases. */
  private static final int DONOR = 4;

  private static final int ACCEPTOR = 5;
  private static final int TRACT = 6;

  private static final int WIDTH = 11;
  private static final int REACH = WIDTH / 2;
  private static final int CHANNELS = Flank.CHANNELS;

  /** What the two bases that every site has are worth; without one of them there is no site. */
  private static final float NEEDED = 7f;

  /** The largest sums are 28.4 and 32.1: a perfect site has a probability of 0.94. */
  private static final float DONOR_BIAS = -25.6f;

  private static final float ACCEPTOR_BIAS = -29.3f;

  private final Map<String, Weights> weights = new LinkedHashMap<>();

  private DemoModel() {}

  /** The checkpoint. */
  static byte[] file() {
    DemoModel model = new DemoModel();
    model.build();
    return PtFiles.file(model.weights);
  }

  private void build() {
    convolution("initial_conv", CHANNELS, 4, 1);
    for (int base = A; base <= T; base++) {
      set("initial_conv", base, base, 0, 1f);
    }
    convolution("initial_skip.conv", CHANNELS, CHANNELS, 1);
    for (int unit = 0; unit < Flank.UNITS_PER_SKIP; unit++) {
      unit(unit);
    }
    convolution("residual_units.4.conv", CHANNELS, CHANNELS, 1);
    set("residual_units.4.conv", DONOR, DONOR, 0, 1f);
    set("residual_units.4.conv", ACCEPTOR, ACCEPTOR, 0, 1f);
    convolution("final_conv", 3, CHANNELS, 1);
    set("final_conv", 1, ACCEPTOR, 0, 1f);
    set("final_conv", 2, DONOR, 0, 1f);
    weights.get("final_conv.bias").values()[1] = ACCEPTOR_BIAS;
    weights.get("final_conv.bias").values()[2] = DONOR_BIAS;
    donor();
    acceptor();
    tract();
  }

  private void unit(int unit) {
    String name = "residual_units." + unit;
    for (int half = 1; half <= 2; half++) {
      normalisation(name + ".batchnorm" + half);
    }
    for (int half = 1; half <= 2; half++) {
      convolution(name + ".conv" + half, CHANNELS, CHANNELS, WIDTH);
    }
  }

  /** Around the last base of an exon. */
  private void donor() {
    String sum = "residual_units.0.conv1";
    set(sum, DONOR, A, -1, 1.5f);
    set(sum, DONOR, G, 0, 3f);
    set(sum, DONOR, G, 1, NEEDED);
    set(sum, DONOR, T, 2, NEEDED);
    set(sum, DONOR, A, 3, 3.3f);
    set(sum, DONOR, G, 3, 3f);
    set(sum, DONOR, A, 4, 3f);
    set(sum, DONOR, G, 5, 3.6f);
    set("residual_units.0.conv2", DONOR, DONOR, 0, 1f);
  }

  /** Around the first base of an exon. */
  private void acceptor() {
    String sum = "residual_units.0.conv1";
    set(sum, ACCEPTOR, C, -3, 1.2f);
    set(sum, ACCEPTOR, T, -3, 0.8f);
    set(sum, ACCEPTOR, A, -2, NEEDED);
    set(sum, ACCEPTOR, G, -1, NEEDED);
    set(sum, ACCEPTOR, G, 0, 0.4f);
    set("residual_units.0.conv2", ACCEPTOR, ACCEPTOR, 0, 1f);
  }

  /** C and T from 14 to 4 bases before an exon: counted around 9 before, carried by 4 and by 5. */
  private void tract() {
    for (int offset = -REACH; offset <= REACH; offset++) {
      set("residual_units.0.conv1", TRACT, C, offset, 1.5f);
      set("residual_units.0.conv1", TRACT, T, offset, 1.5f);
    }
    set("residual_units.0.conv2", TRACT, TRACT, -4, 1f);
    set("residual_units.1.conv1", TRACT, TRACT, -5, 1f);
    set("residual_units.1.conv2", ACCEPTOR, TRACT, 0, 1f);
  }

  private void set(String convolution, int to, int from, int offset, float value) {
    Weights filter = weights.get(convolution + ".weight");
    int channels = (int) filter.shape()[1];
    int width = (int) filter.shape()[2];
    filter.values()[(to * channels + from) * width + offset + width / 2] = value;
  }

  private void convolution(String name, int to, int from, int width) {
    put(name + ".weight", 0f, to, from, width);
    put(name + ".bias", 0f, to);
  }

  private void normalisation(String name) {
    put(name + ".weight", 1f, CHANNELS);
    put(name + ".bias", 0f, CHANNELS);
    put(name + ".running_mean", 0f, CHANNELS);
    put(name + ".running_var", 1f, CHANNELS);
  }

  private void put(String name, float value, long... shape) {
    int count = 1;
    for (long size : shape) {
      count *= (int) size;
    }
    float[] values = new float[count];
    Arrays.fill(values, value);
    weights.put(name, new Weights(shape, values));
  }
}
