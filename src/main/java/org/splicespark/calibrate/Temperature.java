package org.splicespark.calibrate;

import java.io.Serializable;
import java.util.Locale;
import org.splicespark.model.SiteType;

/**
 * What a network's logits are divided by before the softmax, class by class (Guo et al. 2017 have
 * one number for all classes, OpenSpliceAI one for each). Above 1 it makes a network less sure,
 * below 1 surer; 1 leaves it as it is.
 *
 * @param neither of places that are no site
 */
public record Temperature(double neither, double acceptor, double donor) implements Serializable {
  /** The published program's limits. */
  public static final double LEAST = 0.05;

  public static final double MOST = 5;

  /** Leaves all as it is. */
  public static final Temperature ONE = new Temperature(1, 1, 1);

  /**
   * @throws IllegalArgumentException if one is no number within the limits
   */
  public Temperature {
    requireWithin(neither);
    requireWithin(acceptor);
    requireWithin(donor);
  }

  private static void requireWithin(double value) {
    if (!(value >= LEAST && value <= MOST)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "a temperature is from %s to %s, not %s", LEAST, MOST, value));
    }
  }

  /** The same for all classes. */
  public static Temperature of(double all) {
    return new Temperature(all, all, all);
  }

  /** In the order of the channels. */
  static Temperature of(double[] classes) {
    return new Temperature(classes[0], classes[1], classes[2]);
  }

  public double of(SiteType type) {
    return classes()[type.channel()];
  }

  /** In the order of the channels. */
  public double[] classes() {
    return new double[] {neither, acceptor, donor};
  }

  /** Factors of the logits, in the order of the channels. */
  public double[] factors() {
    return new double[] {1 / neither, 1 / acceptor, 1 / donor};
  }

  /** The same in the 32-bit floats that files hold, so that what is told is what is used. */
  public Temperature asFloats() {
    return new Temperature((float) neither, (float) acceptor, (float) donor);
  }

  static double within(double value) {
    return Math.max(LEAST, Math.min(MOST, value));
  }

  /** The published program's spelling: three floats in brackets. */
  @Override
  public String toString() {
    return "[" + (float) neither + " " + (float) acceptor + " " + (float) donor + "]";
  }
}
