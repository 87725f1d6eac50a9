package org.splicespark.model;

import java.util.List;

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

  /** The mean of several answers of one shape, summed in their order. */
  static Probabilities mean(List<Probabilities> answers) {
    Probabilities first = answers.get(0);
    float[] sum = new float[first.values.length];
    for (Probabilities answer : answers) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += answer.values[i];
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= answers.size();
    }
    return new Probabilities(first.count, first.length, sum);
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

  /** One sequence's probabilities of one site type at {@code count} positions, copied. */
  public float[] track(int n, SiteType type, int from, int count) {
    int start = (n * CHANNELS + type.channel()) * length + from;
    return java.util.Arrays.copyOfRange(values, start, start + count);
  }

  /** The array itself, N x 3 x L. Not to be written to. */
  public float[] values() {
    return values;
  }
}
