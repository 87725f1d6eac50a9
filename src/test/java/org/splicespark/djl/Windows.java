package org.splicespark.djl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.splicespark.genome.DnaSequence;
import org.splicespark.model.Probabilities;

/** Sequences to score, and how far two answers are apart. */
final class Windows {
  private Windows() {}

  /** Random bases, one in fifty of them N. */
  static List<byte[]> random(int count, int length, long seed) {
    Random random = new Random(seed);
    List<byte[]> windows = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      byte[] bases = new byte[length];
      for (int i = 0; i < length; i++) {
        bases[i] = (byte) (random.nextInt(50) == 0 ? 'N' : "ACGT".charAt(random.nextInt(4)));
      }
      windows.add(bases);
    }
    return windows;
  }

  static double[][] oneHot(byte[] bases) {
    double[][] channels = new double[4][bases.length];
    for (int i = 0; i < bases.length; i++) {
      if (DnaSequence.channel(bases[i]) >= 0) {
        channels[DnaSequence.channel(bases[i])][i] = 1;
      }
    }
    return channels;
  }

  /** The middle of a window. */
  static byte[] middle(byte[] window, int length) {
    int from = (window.length - length) / 2;
    return Arrays.copyOfRange(window, from, from + length);
  }

  /** The largest difference; infinite where one of the two is no number. */
  static double apart(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " values beside " + b.length);
    }
    double most = 0;
    for (int i = 0; i < a.length; i++) {
      double here = Math.abs((double) a[i] - b[i]);
      most = here <= most ? most : Double.isNaN(here) ? Double.POSITIVE_INFINITY : here;
    }
    return most;
  }

  /** One sequence's 3 x L probabilities. */
  static float[] of(Probabilities all, int n) {
    int each = all.channels().count() * all.length();
    return Arrays.copyOfRange(all.values(), n * each, (n + 1) * each);
  }

  static float[] flat(double[][] channels) {
    float[] values = new float[channels.length * channels[0].length];
    for (int c = 0; c < channels.length; c++) {
      for (int i = 0; i < channels[c].length; i++) {
        values[c * channels[c].length + i] = (float) channels[c][i];
      }
    }
    return values;
  }
}
