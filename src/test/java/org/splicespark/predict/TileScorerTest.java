package org.splicespark.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Strand;
import org.splicespark.model.Batch;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SiteType;
import org.splicespark.model.SpliceModel;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.MotifModel;

/** What a base is told, wherever tiles and runs of N are. */
class TileScorerTest {
  private static final Set<Strand> BOTH = EnumSet.allOf(Strand.class);
  private static final int FLANK = 80;

  /** Long runs of N at the start, in the middle, across tiles; short ones; an R. */
  private static MemoryGenome genome() {
    Random random = new Random(5);
    String bases =
        "N".repeat(300)
            + MemoryGenome.randomBases(random, 1200)
            + "N".repeat(FLANK)
            + MemoryGenome.randomBases(random, 300)
            + "NN"
            + MemoryGenome.randomBases(random, 100)
            + "R"
            + MemoryGenome.randomBases(random, 400)
            + "N".repeat(2700)
            + MemoryGenome.randomBases(random, 900);
    return new MemoryGenome()
        .with("chr1", bases)
        .with("chr2", MemoryGenome.randomBases(random, 30))
        .with("chr3", "N".repeat(2000));
  }

  private static List<StrandScores> all(Tiling tiling, MemoryGenome genome, SpliceModel model) {
    TileScorer scorer = new TileScorer(genome, model);
    List<StrandScores> all = new ArrayList<>();
    for (int i = 0; i < tiling.count(); i++) {
      all.addAll(scorer.score(tiling.tile(i)));
    }
    return all;
  }

  private static Map<String, Float> byBase(List<StrandScores> all) {
    Map<String, Float> scores = new HashMap<>();
    for (StrandScores stretch : all) {
      for (SiteType type : List.of(SiteType.ACCEPTOR, SiteType.DONOR)) {
        for (int i = 0; i < stretch.of(type).length; i++) {
          float score = stretch.of(type)[i];
          if (!Float.isNaN(score)) {
            String key = stretch.region() + " " + type + " " + (stretch.start() + i);
            assertEquals(null, scores.put(key, score), "told twice: " + key);
          }
        }
      }
    }
    return scores;
  }

  private static Map<String, Float> naive(
      Set<Region> regions, MemoryGenome genome, SpliceModel model) {
    Map<String, Float> scores = new HashMap<>();
    for (Region region : regions) {
      for (SiteType type : List.of(SiteType.ACCEPTOR, SiteType.DONOR)) {
        for (int at = region.span().start(); at < region.span().end(); at++) {
          float score = NaiveScores.at(genome, model, region, at, type);
          if (!Float.isNaN(score)) {
            scores.put(region + " " + type + " " + at, score);
          }
        }
      }
    }
    return scores;
  }

  private static Set<Region> regions(Tiling tiling) {
    Set<Region> regions = new java.util.HashSet<>();
    for (int i = 0; i < tiling.count(); i++) {
      regions.addAll(tiling.tile(i).regions());
    }
    return regions;
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 2000, 7000, 50_000})
  void everyBaseOfAContigIsToldWhatItsOwnWindowSaysWhateverTheTiles(int size) {
    MemoryGenome genome = genome();
    MotifModel model = new MotifModel(FLANK);
    Tiling tiling = Tiling.ofContigs(genome.contigs(), BOTH, size);
    Map<String, Float> told = byBase(all(tiling, genome, model));
    assertTrue(told.size() > 10_000, told.size() + " scores");
    assertEquals(naive(regions(tiling), genome, model), told);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 40, 1000})
  void aGeneSeesItsFlankAndNothingBeyond(int flank) {
    MemoryGenome genome = genome();
    MotifModel model = new MotifModel(FLANK);
    List<Gene> genes =
        List.of(
            Genes.gene("A", "chr1", Strand.PLUS, 350, 1400),
            Genes.gene("B", "chr1", Strand.MINUS, 900, 2100),
            Genes.gene("C", "chr1", Strand.MINUS, 950, 1950),
            Genes.gene("D", "chr2", Strand.MINUS, 0, 30));
    Tiling tiling = Tiling.ofGenes(genome.contigs(), genes, BOTH, flank, 1000);
    assertEquals(naive(regions(tiling), genome, model), byBase(all(tiling, genome, model)));
  }

  @Test
  void longRunsOfNAreNotComputed() {
    AtomicLong computed = new AtomicLong();
    SpliceModel counting =
        new SpliceModel() {
          private final MotifModel model = new MotifModel(FLANK);

          @Override
          public int flank() {
            return FLANK;
          }

          @Override
          public Probabilities score(Batch batch) {
            computed.addAndGet((long) batch.count() * (batch.length() - FLANK));
            return model.score(batch);
          }

          @Override
          public void close() {
            // holds nothing
          }
        };
    MemoryGenome genome = genome();
    all(Tiling.ofContigs(genome.contigs(), BOTH, 50_000), genome, counting);
    long ofBases = 1200 + FLANK + 300 + 2 + 100 + 1 + 400 + 900 + 30;
    assertEquals(2 * ofBases, computed.get());
  }
}
