package org.splicespark.simulate;

import java.util.Random;
import org.splicespark.genome.DnaSequence;

/**
 * A motif as weights of A, C, G and T at each of its places, in percent.
 *
 * @param exonic how many of its places lie in the exon
 */
record SiteMotif(int exonic, int[][] weights) {
  /** MAG|GTRAGT; one intron in a hundred starts with GC. */
  static final SiteMotif DONOR =
      new SiteMotif(
          3,
          new int[][] {
            {33, 37, 18, 12},
            {60, 13, 12, 15},
            {8, 4, 81, 7},
            {0, 0, 100, 0},
            {0, 1, 0, 99},
            {49, 3, 45, 3},
            {71, 7, 12, 10},
            {6, 5, 84, 5},
            {15, 19, 20, 46},
          });

  /** Pyrimidines, then NCAG|G. */
  static final SiteMotif ACCEPTOR = new SiteMotif(1, acceptor());

  private static final int TRACT = 16;

  private static int[][] acceptor() {
    int[][] weights = new int[TRACT + 5][];
    for (int i = 0; i < TRACT; i++) {
      // The tract is strongest some ten bases before the exon.
      int purines = Math.abs(i - 10) < 5 ? 8 : 14;
      weights[i] = new int[] {purines, 32, purines, 100 - 32 - 2 * purines};
    }
    weights[TRACT] = new int[] {25, 28, 21, 26};
    weights[TRACT + 1] = new int[] {5, 65, 1, 29};
    weights[TRACT + 2] = new int[] {100, 0, 0, 0};
    weights[TRACT + 3] = new int[] {0, 0, 100, 0};
    weights[TRACT + 4] = new int[] {25, 14, 50, 11};
    return weights;
  }

  int length() {
    return weights.length;
  }

  /**
   * The motif's bases as the gene is read.
   *
   * @param consensus how often a base is the most frequent one instead of being drawn
   */
  byte[] draw(double consensus, Random random) {
    byte[] bases = new byte[weights.length];
    for (int i = 0; i < bases.length; i++) {
      // Without a consensus no chance is spent on it: the genomes made so far stay as they are.
      boolean usual = consensus > 0 && random.nextDouble() < consensus;
      int channel = usual ? mostFrequent(weights[i]) : drawn(weights[i], random);
      bases[i] = (byte) DnaSequence.CHANNELS.charAt(channel);
    }
    return bases;
  }

  private static int drawn(int[] weights, Random random) {
    int drawn = random.nextInt(100);
    int channel = 0;
    for (drawn -= weights[0]; drawn >= 0; drawn -= weights[channel]) {
      channel++;
    }
    return channel;
  }

  private static int mostFrequent(int[] weights) {
    int best = 0;
    for (int channel = 1; channel < weights.length; channel++) {
      best = weights[channel] > weights[best] ? channel : best;
    }
    return best;
  }
}
