package org.splicespark.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.splicespark.djl.DjlModels;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Strand;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource;
import org.splicespark.model.SiteType;
import org.splicespark.model.SpliceModel;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.MotifModel;
import org.splicespark.testing.PtFiles;
import org.splicespark.variant.Allele;
import org.splicespark.variant.AlleleScorer;
import org.splicespark.variant.Query;
import org.splicespark.variant.ScorerKind;
import org.splicespark.variant.TargetGene;
import org.splicespark.variant.Tracks;

/**
 * A base's score is the one that {@code variant} gives the reference there: with no real flank, as
 * {@code variant} hides what is outside of a gene.
 */
class ReferencePassTest {
  private static final int DISTANCE = 20;

  private final Random random = new Random(11);
  private final MemoryGenome genome =
      new MemoryGenome().with("chr1", MemoryGenome.randomBases(random, 6000));
  private final List<Gene> genes =
      List.of(
          Genes.gene("P", "chr1", Strand.PLUS, 300, 3700),
          Genes.gene("M", "chr1", Strand.MINUS, 1500, 5900));

  @ParameterizedTest
  @EnumSource(ScorerKind.class)
  void withoutANetworkTheyAreEqual(ScorerKind kind) {
    requireSame(new MotifModel(400), kind, 0);
  }

  @Test
  @Tag("native")
  void withRandomWeightsTheyDifferByTheOrderOfSumsAtMost() {
    byte[] weights = PtFiles.random(Flank.F400, 3);
    ModelSource.Member member = new ModelSource.Member("random", "r", weights);
    ModelSource source = new ModelSource(List.of(member), 400);
    try (SpliceModel model = DjlModels.open(source, Compute.cpu())) {
      requireSame(model, ScorerKind.WINDOW, 2e-6);
      requireSame(model, ScorerKind.INCREMENTAL, 2e-6);
    }
  }

  private void requireSame(SpliceModel model, ScorerKind kind, double tolerance) {
    Map<String, Float> predicted = predicted(model);
    AlleleScorer scorer = kind.of(model, genome, 4);
    for (int i = 0; i < 60; i++) {
      Gene gene = genes.get(i % 2);
      int room = gene.span().length() - 2 * DISTANCE - 1;
      int start = gene.span().start() + DISTANCE + random.nextInt(room);
      byte[] ref = genome.basesPadded("chr1", start, start + 1);
      String alt = ref[0] == 'A' ? "C" : "A";
      Allele allele = new Allele("chr1", start, "" + (char) ref[0], alt);
      Query query = new Query(TargetGene.of(gene), allele, DISTANCE, 2 * DISTANCE + 1, DISTANCE);
      compare(query, scorer.prepare(List.of(query)).get().get(0), predicted, tolerance);
    }
  }

  private static void compare(
      Query query, Tracks tracks, Map<String, Float> predicted, double tolerance) {
    for (SiteType type : List.of(SiteType.ACCEPTOR, SiteType.DONOR)) {
      float[] reference = tracks.of(type).reference();
      for (int i = 0; i < reference.length; i++) {
        String key = query.gene().symbol() + type + (query.firstOutput() + i);
        assertEquals(reference[i], predicted.get(key), tolerance, key);
      }
    }
  }

  private Map<String, Float> predicted(SpliceModel model) {
    EnumSet<Strand> both = EnumSet.allOf(Strand.class);
    Tiling tiling = Tiling.ofGenes(genome.contigs(), genes, both, 0, 2000);
    Map<String, Float> scores = new HashMap<>();
    for (int tile = 0; tile < tiling.count(); tile++) {
      for (StrandScores some : new TileScorer(genome, model).score(tiling.tile(tile))) {
        for (SiteType type : List.of(SiteType.ACCEPTOR, SiteType.DONOR)) {
          for (int i = 0; i < some.of(type).length; i++) {
            scores.put(some.region().name() + type + (some.start() + i), some.of(type)[i]);
          }
        }
      }
    }
    return scores;
  }
}
