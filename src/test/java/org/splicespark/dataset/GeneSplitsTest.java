package org.splicespark.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.splicespark.dataset.SplitParameters.Method;
import org.splicespark.dataset.SplitParameters.Named;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;

class GeneSplitsTest {
  private static final List<String> CONTIGS = List.of("a", "b", "c", "d");

  /** Contig a trains, b validates, c tests, d is in no split. */
  private static final ContigSplit CONTIG_SPLIT = contigSplit();

  private static ContigSplit contigSplit() {
    Map<String, Integer> lengths = new LinkedHashMap<>();
    CONTIGS.forEach(contig -> lengths.put(contig, 1_000_000));
    Named named = new Named(List.of("a"), List.of("b"), List.of("c"));
    return ContigSplit.of(lengths, new SplitParameters(Method.RANDOM, 0.8, 0.1, false, named, 1));
  }

  private static GenePlan gene(int number, String contig, int length) {
    Interval span = new Interval(contig, 1000 * number, 1000 * number + length);
    return new GenePlan("g" + number, span, Strand.PLUS, List.of(), List.of(), true);
  }

  private static List<GenePlan> genes(int count, String... contigs) {
    List<GenePlan> genes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      genes.add(gene(i, contigs[i % contigs.length], 500));
    }
    return genes;
  }

  private static List<String> names(List<GenePlan> genes) {
    return genes.stream().map(GenePlan::name).toList();
  }

  @Test
  void genesGoWhereTheirContigsGoInTheAnnotationsOrder() {
    GeneSplits splits = GeneSplits.deal(genes(8, "c", "a", "d", "b"), CONTIG_SPLIT, false);
    assertEquals(List.of("g1", "g5"), names(splits.of(Split.TRAIN)));
    assertEquals(List.of("g3", "g7"), names(splits.of(Split.VALIDATION)));
    assertEquals(List.of("g0", "g4"), names(splits.of(Split.TEST)));
    assertEquals(6, splits.size());
  }

  @Test
  void whoWantsOnlyATestSetGetsNoOther() {
    GeneSplits splits = GeneSplits.deal(genes(8, "c", "a", "d", "b"), CONTIG_SPLIT, true);
    assertEquals(List.of("g0", "g4"), names(splits.of(Split.TEST)));
    assertEquals(2, splits.size());
  }

  @Test
  void drawingForValidationMovesTrainingGenesAndKeepsTheirOrder() {
    List<GenePlan> genes = genes(100, "a", "c");
    GeneSplits before = GeneSplits.deal(genes, CONTIG_SPLIT, false);
    GeneSplits after = before.withValidationDrawn(0.2, 4);
    List<GenePlan> both = new ArrayList<>(after.of(Split.TRAIN));
    both.addAll(after.of(Split.VALIDATION));
    both.sort((one, other) -> genes.indexOf(one) - genes.indexOf(other));
    assertEquals(before.of(Split.TRAIN), both);
    assertEquals(10, after.of(Split.VALIDATION).size());
    assertEquals(before.of(Split.TEST), after.of(Split.TEST));
    for (Split split : Split.values()) {
      List<GenePlan> sorted = genes.stream().filter(after.of(split)::contains).toList();
      assertEquals(sorted, after.of(split));
    }
  }

  @Test
  void genesAreTakenOutOfOneSplitOnly() {
    List<GenePlan> genes = List.of(gene(1, "a", 10), gene(1, "c", 10), gene(2, "c", 10));
    GeneSplits left =
        GeneSplits.deal(genes, CONTIG_SPLIT, false).without(List.of("g1", "g9"), Split.TEST);
    assertEquals(List.of("g2"), names(left.of(Split.TEST)));
    assertEquals(List.of("g1"), names(left.of(Split.TRAIN)));
  }

  @Test
  void aShardHasAHundredGenesAndTheLastWhatIsLeft() {
    List<ShardPlan> shards = GeneSplits.deal(genes(201, "c"), CONTIG_SPLIT, false).shards();
    assertEquals(List.of(100, 100, 1), shards.stream().map(s -> s.genes().size()).toList());
    assertEquals(List.of(0, 1, 2), shards.stream().map(ShardPlan::number).toList());
    assertTrue(shards.stream().allMatch(shard -> shard.split() == Split.TEST));
    assertEquals("g100", shards.get(1).genes().get(0).name());
  }

  @Test
  void aHundredGenesAreOneShardAndNoneAreNone() {
    assertEquals(1, ShardPlan.of(Split.TRAIN, genes(100, "a")).size());
    assertEquals(List.of(), ShardPlan.of(Split.TRAIN, List.of()));
  }

  @Test
  void theChunksOfAShardAreThoseOfItsGenesEachRoundedUp() {
    List<GenePlan> genes =
        List.of(gene(1, "a", 1), gene(2, "a", 5000), gene(3, "a", 5001), gene(4, "a", 10_000));
    assertEquals(List.of(1, 1, 2, 2), genes.stream().map(GenePlan::chunks).toList());
    assertEquals(6, new ShardPlan(Split.TRAIN, 0, genes).chunks());
  }
}
