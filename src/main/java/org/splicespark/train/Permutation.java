package org.splicespark.train;

import java.util.Random;

/** Random orders that depend on their seeds alone. */
final class Permutation {
  private Permutation() {}

  /**
   * The numbers from 0 to size - 1 in random order (Fisher and Yates; Durstenfeld 1964), the same
   * for the same seeds on every Java: {@link Random} is specified to the bit.
   */
  static int[] of(int size, long... seeds) {
    Random random = new Random(mixed(seeds));
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /** Neighbouring seeds give unlike numbers: SplitMix64's step (Steele et al. 2014) for each. */
  private static long mixed(long... seeds) {
    long mixed = seeds.length;
    for (long seed : seeds) {
      long bits = (mixed ^ seed) + 0x9E3779B97F4A7C15L;
      bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
      bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
      mixed = bits ^ (bits >>> 31);
    }
    return mixed;
  }
}
