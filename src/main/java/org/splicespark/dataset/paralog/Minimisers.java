package org.splicespark.dataset.paralog;

import java.util.Arrays;

/**
 * The minimisers of a sequence: of every w neighbouring words of k bases the one with the least
 * hash (Roberts et al. 2004, Bioinformatics 20:3363). A word and its reverse complement are one
 * word, and words are compared by an invertible hash instead of their letters, so poly-A is no more
 * likely than another (Li 2016, Bioinformatics 32:2103). Words with anything but A, C, G and T are
 * left out. Sorted by hash, then position.
 */
public final class Minimisers {
  /** Hash (30 bits), position (32 bits), strand (1 bit): sorting these sorts by hash. */
  private static final int HASH_SHIFT = 33;

  private final long[] entries;

  private Minimisers(long[] entries) {
    this.entries = entries;
  }

  /**
   * @param bases upper case ASCII
   */
  public static Minimisers of(byte[] bases, ParalogParameters.Seeding seeding) {
    long[] words = Words.of(bases, seeding.k());
    long[] found = new long[words.length];
    int count = 0;
    int from = 0;
    while (from < words.length) {
      int to = from;
      while (to < words.length && words[to] >= 0) {
        to++;
      }
      count = pick(words, from, to, seeding.window(), found, count);
      from = to + 1;
    }
    long[] entries = Arrays.copyOf(found, count);
    Arrays.sort(entries);
    return new Minimisers(entries);
  }

  /** The minimisers of an unbroken run of words; of a run shorter than a window, its least word. */
  private static int pick(long[] words, int from, int to, int window, long[] found, int count) {
    int length = Math.min(window, to - from);
    int least = -1;
    int picked = count;
    for (int last = from + length - 1; length > 0 && last < to; last++) {
      int now = least(words, last - length + 1, last, least);
      if (now != least) {
        least = now;
        found[picked++] =
            words[now] >>> 1 << HASH_SHIFT | (long) now << 1 | words[now] & Words.REVERSE;
      }
    }
    return picked;
  }

  private static int least(long[] words, int first, int last, int before) {
    if (before >= first) {
      return words[last] >>> 1 < words[before] >>> 1 ? last : before;
    }
    int least = first;
    for (int i = first + 1; i <= last; i++) {
      least = words[i] >>> 1 < words[least] >>> 1 ? i : least;
    }
    return least;
  }

  /**
   * About so many of them, chosen by hash and so the same ones in every sequence; all, if there are
   * no more. The least hashes are what makes a minimiser, so the choice is by remainder.
   */
  public Minimisers sample(int wanted) {
    int step = Math.max(1, entries.length / Math.max(1, wanted));
    return new Minimisers(
        Arrays.stream(entries).filter(entry -> (entry >>> HASH_SHIFT) % step == 0).toArray());
  }

  /** Those whose hash is among the given ones, which must ascend. */
  public Minimisers only(int[] hashes) {
    return new Minimisers(
        Arrays.stream(entries)
            .filter(entry -> Arrays.binarySearch(hashes, (int) (entry >>> HASH_SHIFT)) >= 0)
            .toArray());
  }

  public int size() {
    return entries.length;
  }

  /** The hash of the i-th: 2k bits, from 0 up. */
  public int hash(int i) {
    return (int) (entries[i] >>> HASH_SHIFT);
  }

  /** Where the i-th begins, 0-based. */
  public int position(int i) {
    return (int) (entries[i] >>> 1);
  }

  /** Whether the i-th stands for the reverse complement of what is read there. */
  public boolean reverse(int i) {
    return (entries[i] & Words.REVERSE) != 0;
  }

  /** The first place after {@code i} with another hash. */
  int groupEnd(int i) {
    int end = i + 1;
    while (end < entries.length && hash(end) == hash(i)) {
      end++;
    }
    return end;
  }
}
