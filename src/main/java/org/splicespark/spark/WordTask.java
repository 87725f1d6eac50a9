package org.splicespark.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.splicespark.dataset.paralog.Minimisers;
import org.splicespark.dataset.paralog.ParalogParameters;
import scala.Tuple2;

/** What tasks do with the words (minimisers) of genes before any pair is aligned. */
final class WordTask {
  private WordTask() {}

  /** The words that a held-out gene is looked up with, by hash. */
  static PairFlatMapFunction<GeneBases, Integer, SeedSite> sampled(
      GenomeOpener genome, ParalogParameters.Seeding seeding) {
    return gene ->
        SeedSite.byHash(
                gene.index(),
                Minimisers.of(gene.read(genome.open()), seeding).sample(seeding.sketch()))
            .iterator();
  }

  /** The words of a training gene that some held-out gene is looked up with, by hash. */
  static PairFlatMapFunction<GeneBases, Integer, SeedSite> wanted(
      GenomeOpener genome, ParalogParameters.Seeding seeding, Broadcast<int[]> wanted) {
    return gene ->
        SeedSite.byHash(
                gene.index(), Minimisers.of(gene.read(genome.open()), seeding).only(wanted.value()))
            .iterator();
  }

  /** The hashes of a partition, each once, ascending. */
  static Iterator<int[]> hashes(Iterator<Tuple2<Integer, SeedSite>> words) {
    int[] hashes =
        StreamSupport.stream(Spliterators.spliteratorUnknownSize(words, 0), false)
            .mapToInt(Tuple2::_1)
            .toArray();
    return List.of(SharedWord.sortedDistinct(List.of(hashes))).iterator();
  }

  /** The pairs of genes that one word is found in; none, if it is in too many. */
  static Iterator<Tuple2<SharedWord.Pair, SharedWord>> pairs(
      Iterable<SeedSite> heldOut, Iterable<SeedSite> train, ParalogParameters.Seeding seeding) {
    Map<Integer, List<SeedSite>> trained = SharedWord.byGene(train, seeding.maxOccurrences());
    List<Tuple2<SharedWord.Pair, SharedWord>> pairs = new ArrayList<>();
    if (trained.size() > seeding.maxGenes()) {
      return pairs.iterator();
    }
    for (List<SeedSite> sites : SharedWord.byGene(heldOut, seeding.maxOccurrences()).values()) {
      for (SeedSite site : sites) {
        trained.values().stream()
            .flatMap(List::stream)
            .map(other -> pair(site, other))
            .forEach(pairs::add);
      }
    }
    return pairs.iterator();
  }

  private static Tuple2<SharedWord.Pair, SharedWord> pair(SeedSite heldOut, SeedSite train) {
    return new Tuple2<>(
        new SharedWord.Pair(heldOut.gene(), train.gene()), SharedWord.of(heldOut, train));
  }
}
