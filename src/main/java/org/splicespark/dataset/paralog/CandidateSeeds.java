package org.splicespark.dataset.paralog;

import java.util.Arrays;

/**
 * Whether the few looked-up words that a held-out and a training gene share may be those of an
 * alignment long enough. Genes are full of repeats (a human one has an Alu every few thousand
 * bases), so sharing words is not enough: the words must lie near one diagonal, and apart.
 *
 * <p>An alignment of identity I has at most (1 - I) of its columns in gaps, and at most L / I
 * columns if the held-out gene has L bases: its words lie within L (1 - I) / I diagonals of each
 * other. Words drawn evenly from an alignment that covers C of the gene span most of C; a fifth of
 * C is asked for.
 */
public final class CandidateSeeds {
  private static final double SHARE_SPANNED = 0.2;

  private CandidateSeeds() {}

  /**
   * @param query where each shared word begins in the held-out gene
   * @param diagonal of each: its place in the training gene, on the strand that matched, less that
   *     in the held-out gene; any constant may be added
   * @param length of the held-out gene in bases
   */
  public static boolean plausible(
      int[] query, int[] diagonal, int length, ParalogParameters parameters) {
    long[] sorted = new long[query.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = (long) diagonal[i] << 32 | query[i];
    }
    Arrays.sort(sorted);
    double identity = parameters.minIdentity();
    double band = length * (1 - identity) / identity;
    int first = 0;
    for (int last = 0; last < sorted.length; last++) {
      while ((sorted[last] >> 32) - (sorted[first] >> 32) > band) {
        first++;
      }
      if (enough(sorted, first, last, length, parameters)) {
        return true;
      }
    }
    return false;
  }

  private static boolean enough(
      long[] sorted, int first, int last, int length, ParalogParameters parameters) {
    if (last - first + 1 < parameters.seeding().minSeeds()) {
      return false;
    }
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int i = first; i <= last; i++) {
      least = Math.min(least, (int) sorted[i]);
      most = Math.max(most, (int) sorted[i]);
    }
    return most - least >= SHARE_SPANNED * parameters.minCoverage() * length;
  }
}
