package org.splicespark.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Strand;
import org.splicespark.model.SpliceModel;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.MotifModel;
import org.splicespark.testing.NaiveEdits;
import org.splicespark.testing.TissueModel;
import org.splicespark.variant.TilePlanner.Planned;

class IncrementalScorerTest {
  private static final SpliceModel MODEL = new MotifModel(20);
  private static final SpliceModel TISSUES = new TissueModel(20);

  /** Genes that overlap, one of which starts and one ends at the contig's end. */
  private static final Annotation GENES =
      new Annotation(
          List.of(
              Genes.gene("P", "chr1", Strand.PLUS, 0, 100, 150, 320),
              Genes.gene("M", "chr1", Strand.MINUS, 90, 200, 250, 600),
              Genes.gene("S", "chr1", Strand.MINUS, 280, 310)));

  /**
   * The invariant: whatever the genes, alleles, order, rules and tile size, the same as whole
   * windows.
   */
  @RepeatedTest(80)
  void tilesGiveWhatWholeWindowsGive(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    MemoryGenome genome = new MemoryGenome().with("chr1", MemoryGenome.randomBases(random, 600));
    List<VariantRecord> records = new ArrayList<>(RandomVariants.in(genome, random, 50));
    if (random.nextBoolean()) {
      Collections.shuffle(records, random);
    }
    ScoringParameters parameters = parameters(random);
    SpliceModel model = parameters.rules() == Rules.PANGOLIN ? TISSUES : MODEL;
    int tile = 30 + random.nextInt(400);
    int fewest = 1 + random.nextInt(4);
    AlleleScorer window = new WindowScorer(model, genome, 8);
    assertEquals(
        scores(genome, parameters, window, records),
        scores(
            genome,
            parameters,
            new IncrementalScorer(new NaiveEdits(model), window, genome, tile, fewest),
            records),
        parameters + ", tiles of " + tile);
  }

  private static ScoringParameters parameters(Random random) {
    Rules rules = Rules.values()[random.nextInt(Rules.values().length)];
    GeneChoice genes =
        new GeneChoice(
            random.nextBoolean(),
            random.nextBoolean(),
            random.nextBoolean(),
            GeneChoice.Name.SYMBOL);
    return new ScoringParameters(
        1 + random.nextInt(30), random.nextBoolean(), rules, genes, List.of());
  }

  private static List<List<Outcome>> scores(
      MemoryGenome genome,
      ScoringParameters parameters,
      AlleleScorer scorer,
      List<VariantRecord> records) {
    return new VariantScorer(genome, GENES, scorer, parameters).score(records);
  }

  private static Query query(TargetGene gene, int start, String ref, String alt) {
    return Query.of(gene, new Allele("chr1", start, ref, alt), 10);
  }

  private static final TargetGene GENE =
      TargetGene.of(Genes.gene("P", "chr1", Strand.PLUS, 0, 1_000_000));

  @Test
  void neighboursShareATileAndDistantOnesDoNot() {
    TilePlanner planner = new TilePlanner(1000, 10_000);
    List<Planned> tiles =
        planner.plan(
            List.of(
                query(GENE, 500, "A", "C"),
                query(GENE, 900, "A", "C"),
                query(GENE, 5000, "A", "C")));
    assertEquals(List.of(List.of(0, 1), List.of(2)), tiles.stream().map(Planned::queries).toList());
    assertEquals(490, tiles.get(0).start());
    assertEquals(911, tiles.get(0).end());
  }

  @Test
  void aTileIsNoLargerThanTheBudget() {
    List<Query> queries = new ArrayList<>();
    for (int start = 100; start < 20_000; start += 50) {
      queries.add(query(GENE, start, "A", "C"));
    }
    List<Planned> tiles = new TilePlanner(10_000, 3000).plan(queries);
    assertTrue(tiles.stream().allMatch(tile -> tile.end() - tile.start() <= 3000));
    assertEquals(queries.size(), tiles.stream().mapToInt(tile -> tile.queries().size()).sum());
  }

  @Test
  void everyGeneHasTilesOfItsOwn() {
    TargetGene other = TargetGene.of(Genes.gene("M", "chr1", Strand.MINUS, 0, 1_000_000));
    List<Planned> tiles =
        new TilePlanner(1000, 10_000)
            .plan(
                List.of(
                    query(GENE, 500, "A", "C"),
                    query(other, 500, "A", "C"),
                    query(GENE, 501, "A", "C")));
    assertEquals(List.of(List.of(0, 2), List.of(1)), tiles.stream().map(Planned::queries).toList());
  }

  @Test
  void insertionsGrowToFewLengths() {
    assertEquals(new SharedEdit(1, 0), SharedEdit.of(query(GENE, 500, "A", "C")));
    assertEquals(new SharedEdit(5, 0), SharedEdit.of(query(GENE, 500, "ACGTA", "A")));
    assertEquals(new SharedEdit(3, 2), SharedEdit.of(query(GENE, 500, "A", "AC")));
    assertEquals(new SharedEdit(1, 0), SharedEdit.of(query(GENE, 500, "A", "ACGT")));
    assertEquals(new SharedEdit(4, 3), SharedEdit.of(query(GENE, 500, "A", "ACGTA")));
  }
}
