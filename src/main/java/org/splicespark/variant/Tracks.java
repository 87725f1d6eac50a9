package org.splicespark.variant;

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

  /** One site type's probabilities. */
  public record Pair(float[] reference, float[] alternate) {}

  /**
   * @param flipped true if the probabilities run along the reverse strand
   */
  public static Tracks of(
      Probabilities reference, int n, Probabilities alternate, int m, boolean flipped) {
    return new Tracks(forward(reference, n, flipped), forward(alternate, m, flipped));
  }

  public Pair of(SiteType type) {
    return new Pair(reference[type.channel()], alternate[type.channel()]);
  }

  private static float[][] forward(Probabilities probabilities, int n, boolean flipped) {
    float[][] tracks = new float[Probabilities.CHANNELS][];
    for (SiteType type : SiteType.values()) {
      float[] track = probabilities.track(n, type);
      tracks[type.channel()] = flipped ? reversed(track) : track;
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
