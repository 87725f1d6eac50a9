package org.splicespark.model;

/**
 * What a model answers: N x 3 x L probabilities, row-major, channels as in {@link SiteType}. Owns
 * its array.
 */
public final class Probabilities {
  public static final int CHANNELS = SiteType.values().length;

  private final int count;
  private final int length;
  private final float[] values;

  public Probabilities(int count, int length, float[] values) {
    if (values.length != count * CHANNELS * length) {
      throw new IllegalArgumentException(
          values.length + " values are not " + count + " x " + CHANNELS + " x " + length);
    }
    this.count = count;
    this.length = length;
    this.values = values;
  }

  public int count() {
    return count;
  }

  public int length() {
    return length;
  }

  public float at(int n, SiteType type, int position) {
    return values[(n * CHANNELS + type.channel()) * length + position];
  }

  /** One sequence's probabilities of one site type along its positions, copied. */
  public float[] track(int n, SiteType type) {
    int from = (n * CHANNELS + type.channel()) * length;
    return java.util.Arrays.copyOfRange(values, from, from + length);
  }

  /** The array itself, N x 3 x L. Not to be written to. */
  public float[] values() {
    return values;
  }
}
