package org.splicespark.simulate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Bases drawn each by itself. A byte of chance makes a base, so that a genome is made at the speed
 * of its copying.
 */
final class Composition {
  /** As introns and the space between genes have it in mammals: 41 % G and C. */
  static final Composition GENOME = new Composition(105);

  private static final int STEPS = 256;

  private final byte[] bases = new byte[STEPS];

  /**
   * @param strong how many of 256 are G or C
   */
  private Composition(int strong) {
    Arrays.fill(bases, 0, strong / 2, (byte) 'C');
    Arrays.fill(bases, strong / 2, strong, (byte) 'G');
    int weak = (STEPS - strong) / 2;
    Arrays.fill(bases, strong, strong + weak, (byte) 'A');
    Arrays.fill(bases, strong + weak, STEPS, (byte) 'T');
  }

  /**
   * @param share of G and C together, from 0 to 1
   */
  static Composition ofGc(double share) {
    return new Composition((int) Math.round(share * STEPS));
  }

  void fill(byte[] contig, int start, int end, SplittableRandom random) {
    long chance = 0;
    for (int i = start; i < end; i++) {
      chance = (i - start) % Long.BYTES == 0 ? random.nextLong() : chance >>> Byte.SIZE;
      contig[i] = bases[(int) chance & 0xff];
    }
  }
}
