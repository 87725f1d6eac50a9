package org.splicespark.model;

import java.util.Arrays;
import java.util.List;

/**
 * What a model answers: N x C x L probabilities, row-major; what the C channels mean, {@link
 * Channels} says. Owns its array.
 */
public final class Probabilities {
  private final Channels channels;
  private final int count;
  private final int length;
  private final float[] values;

  /**
   * @param values N x C x L
   */
  public Probabilities(Channels channels, int count, int length, float[] values) {
    if (values.length != count * channels.count() * length) {
      throw new IllegalArgumentException(
          values.length + " values are not " + count + " x " + channels.count() + " x " + length);
    }
    this.channels = channels;
    this.count = count;
    this.length = length;
    this.values = values;
  }

  /** The answer of a model of {@link Channels#SITES}. */
  public Probabilities(int count, int length, float[] values) {
    this(Channels.SITES, count, length, values);
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
    return new Probabilities(first.channels, first.count, first.length, sum);
  }

  public Channels channels() {
    return channels;
  }

  public int count() {
    return count;
  }

  public int length() {
    return length;
  }

  public float at(int n, int channel, int position) {
    return values[(n * channels.count() + channel) * length + position];
  }

  /** Of a model of {@link Channels#SITES}. */
  public float at(int n, SiteType type, int position) {
    return at(n, type.channel(), position);
  }

  /** One sequence's probabilities of one channel at {@code count} positions, copied. */
  public float[] track(int n, int channel, int from, int count) {
    int start = (n * channels.count() + channel) * length + from;
    return Arrays.copyOfRange(values, start, start + count);
  }

  /** Of a model of {@link Channels#SITES}. */
  public float[] track(int n, SiteType type, int from, int count) {
    return track(n, type.channel(), from, count);
  }

  /** The array itself, N x C x L. Not to be written to. */
  public float[] values() {
    return values;
  }
}
