package org.splicespark.dataset.paralog;

import org.splicespark.genome.DnaSequence;

/** The hashes of all words of k bases of a sequence, each the same on both strands. */
final class Words {
  /** What stands at a place whose word has anything but A, C, G and T. */
  static final long NONE = -1;

  /** The bit that says that the hash is that of the word's reverse complement. */
  static final long REVERSE = 1;

  private final int k;
  private final long mask;

  private Words(int k) {
    this.k = k;
    this.mask = (1L << 2 * k) - 1;
  }

  /**
   * For each place at which a word begins: its hash of 2k bits, shifted left by one, and {@link
   * #REVERSE}; or {@link #NONE}.
   */
  static long[] of(byte[] bases, int k) {
    return new Words(k).roll(bases);
  }

  private long[] roll(byte[] bases) {
    long[] words = new long[Math.max(0, bases.length - k + 1)];
    long forward = 0;
    long backward = 0;
    int plain = 0;
    for (int i = 0; i < bases.length; i++) {
      int base = DnaSequence.channel(bases[i]);
      plain = base < 0 ? 0 : plain + 1;
      forward = (forward << 2 | base & 3) & mask;
      backward = backward >>> 2 | (long) (3 - base & 3) << 2 * (k - 1);
      if (i >= k - 1) {
        words[i - k + 1] = plain < k ? NONE : canonical(forward, backward);
      }
    }
    return words;
  }

  /** An odd word is never its own reverse complement, so the strand is always known. */
  private long canonical(long forward, long backward) {
    return forward < backward ? hash(forward) << 1 : hash(backward) << 1 | REVERSE;
  }

  /**
   * Each step can be undone within 2k bits (adding, multiplying by an odd number, folding the upper
   * bits onto the lower), so no two words share a hash.
   */
  private long hash(long word) {
    long hash = (word + 0x1d3_5a2b7L) * 0x2545_f491L & mask;
    hash = (hash ^ hash >>> k) * 0x1b87_3593L & mask;
    hash = (hash ^ hash >>> k - 2) * 0x27d4_eb2fL & mask;
    return hash ^ hash >>> k;
  }
}
