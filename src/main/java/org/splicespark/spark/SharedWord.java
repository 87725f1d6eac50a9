package org.splicespark.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.splicespark.dataset.paralog.CandidateSeeds;
import org.splicespark.dataset.paralog.ParalogParameters;

/**
 * A word that a held-out and a training gene have in common.
 *
 * @param query where it begins in the held-out gene
 * @param diagonal its place in the training gene less {@code query}; on the reverse strand, up to a
 *     constant of the pair
 * @param reverse whether the genes have it on different strands
 */
record SharedWord(int query, int diagonal, boolean reverse) implements Serializable {

  /** A held-out gene and a training gene, by their indexes. */
  record Pair(int heldOut, int train) implements Serializable {}

  static SharedWord of(SeedSite heldOut, SeedSite train) {
    boolean reverse = heldOut.reverse() != train.reverse();
    int place = reverse ? -train.position() : train.position();
    return new SharedWord(heldOut.position(), place - heldOut.position(), reverse);
  }

  /** Whether the words of a pair may be those of an alignment that is long enough. */
  static boolean plausible(Iterable<SharedWord> words, int length, ParalogParameters parameters) {
    for (boolean reverse : new boolean[] {false, true}) {
      List<SharedWord> strand =
          StreamSupport.stream(words.spliterator(), false)
              .filter(word -> word.reverse() == reverse)
              .toList();
      int[] queries = strand.stream().mapToInt(SharedWord::query).toArray();
      int[] diagonals = strand.stream().mapToInt(SharedWord::diagonal).toArray();
      if (CandidateSeeds.plausible(queries, diagonals, length, parameters)) {
        return true;
      }
    }
    return false;
  }

  /** The sites of a word by gene, without genes that have it too often. */
  static Map<Integer, List<SeedSite>> byGene(Iterable<SeedSite> sites, int maxOccurrences) {
    Map<Integer, List<SeedSite>> genes = new HashMap<>();
    for (SeedSite site : sites) {
      genes.computeIfAbsent(site.gene(), gene -> new ArrayList<>()).add(site);
    }
    genes.values().removeIf(ofGene -> ofGene.size() > maxOccurrences);
    return genes;
  }

  static int[] sortedDistinct(List<int[]> parts) {
    return parts.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
  }
}
