package org.splicespark.dataset.paralog;

import java.util.Arrays;

/**
 * The words that two genes share, by strand. A seed is one long: where the word begins in the
 * second gene (upper half) and in the first (lower half); sorted. On the reverse strand, places in
 * the second gene are counted on its reverse complement, so a chain ascends in both.
 */
final class SharedSeeds {
  private long[] seeds = new long[64];
  private int count;

  private SharedSeeds() {}

  /**
   * @param targetLength of the second gene in bases
   * @param reverse whether the second gene is read on its other strand
   */
  static long[] between(
      Minimisers query,
      Minimisers target,
      int targetLength,
      boolean reverse,
      ParalogParameters.Seeding seeding) {
    SharedSeeds shared = new SharedSeeds();
    int q = 0;
    int t = 0;
    while (q < query.size() && t < target.size()) {
      int qEnd = query.groupEnd(q);
      int tEnd = target.groupEnd(t);
      int order = Integer.compare(query.hash(q), target.hash(t));
      if (order == 0 && Math.max(qEnd - q, tEnd - t) <= seeding.maxOccurrences()) {
        for (int i = q; i < qEnd; i++) {
          for (int j = t; j < tEnd; j++) {
            if (query.reverse(i) != target.reverse(j) == reverse) {
              int place = target.position(j);
              shared.add(query.position(i), reverse ? targetLength - seeding.k() - place : place);
            }
          }
        }
      }
      q = order <= 0 ? qEnd : q;
      t = order >= 0 ? tEnd : t;
    }
    long[] sorted = Arrays.copyOf(shared.seeds, shared.count);
    Arrays.sort(sorted);
    return sorted;
  }

  private void add(int query, int target) {
    if (count == seeds.length) {
      seeds = Arrays.copyOf(seeds, 2 * count);
    }
    seeds[count++] = seed(query, target);
  }

  static long seed(int query, int target) {
    return (long) target << 32 | query;
  }

  static int query(long seed) {
    return (int) seed;
  }

  static int target(long seed) {
    return (int) (seed >> 32);
  }
}
