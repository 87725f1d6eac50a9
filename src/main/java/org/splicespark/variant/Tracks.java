package org.splicespark.variant;

import java.util.Arrays;
import java.util.List;
import org.splicespark.genome.Strand;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SiteType;

/**
 * Probabilities of one query along the forward strand: {@link Query#referenceOutputs()} values for
 * the reference, {@link Query#alternateOutputs()} for the alternate, both from {@link
 * Query#firstOutput()}.
 */
public final class Tracks {
  private final float[][] reference;
  private final float[][] alternate;

  private Tracks(float[][] reference, float[][] alternate) {
    this.reference = reference;
    this.alternate = alternate;
  }

  /** One channel's probabilities. */
  public record Pair(float[] reference, float[] alternate) {}

  /**
   * Reads a query's values out of longer answers.
   *
   * @param reference row {@code n}, of which forward position {@code from} is the query's first
   *     output
   * @param alternate row {@code m}, whose first forward position is the query's first output
   */
  static Tracks of(
      Query query, Probabilities reference, int n, int from, Probabilities alternate, int m) {
    boolean flipped = query.gene().strand() == Strand.MINUS;
    return new Tracks(
        forward(reference, n, flipped, from, query.referenceOutputs()),
        forward(alternate, m, flipped, 0, query.alternateOutputs()));
  }

  /** Several answers to one query as one: their channels, one answer's after the other's. */
  static Tracks joined(List<Tracks> answers) {
    return new Tracks(
        answers.stream().flatMap(a -> Arrays.stream(a.reference)).toArray(float[][]::new),
        answers.stream().flatMap(a -> Arrays.stream(a.alternate)).toArray(float[][]::new));
  }

  /** Channels that there are values of. */
  public int channels() {
    return reference.length;
  }

  /** One channel's probabilities. */
  public Pair of(int channel) {
    return new Pair(reference[channel], alternate[channel]);
  }

  /** The same of a model of sites. */
  public Pair of(SiteType type) {
    return of(type.channel());
  }

  private static float[][] forward(
      Probabilities probabilities, int n, boolean flipped, int from, int count) {
    float[][] tracks = new float[probabilities.channels().count()][];
    int start = flipped ? probabilities.length() - from - count : from;
    for (int channel = 0; channel < tracks.length; channel++) {
      float[] track = probabilities.track(n, channel, start, count);
      tracks[channel] = flipped ? reversed(track) : track;
    }
    return tracks;
  }

  private static float[] reversed(float[] track) {
    float[] reversed = new float[track.length];
    for (int i = 0; i < track.length; i++) {
      reversed[i] = track[track.length - 1 - i];
    }
    return reversed;
  }
}
