package org.splicespark.model;

import java.util.List;

/**
 * The weights of one network by their place in the plan, whatever they are called where they come
 * from. Tensors are row-major and owned.
 *
 * @param stem first convolution of the residual stream, 4 channels to 32
 * @param units as many as the flank has, in order
 * @param skips what the head sums: skip 0 reads the stem, skip k what unit 4k - 1 gives
 * @param head last convolution
 */
public record NetworkWeights(
    Family family,
    Flank flank,
    Convolution stem,
    List<Unit> units,
    List<Convolution> skips,
    Convolution head) {

  public NetworkWeights {
    units = List.copyOf(units);
    skips = List.copyOf(skips);
  }

  /**
   * @param kernel out x in x width
   * @param bias out
   */
  public record Convolution(float[] kernel, float[] bias) {}

  /** Batch normalisation, each a number for every channel. */
  public record Normalisation(float[] scale, float[] shift, float[] mean, float[] variance) {}

  /** A normalisation, the activation behind it, and the convolution behind that. */
  public record Half(Normalisation normalisation, Convolution convolution) {}

  /** A residual unit. */
  public record Unit(Half first, Half second) {}
}
