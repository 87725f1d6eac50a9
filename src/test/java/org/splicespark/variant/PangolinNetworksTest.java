package org.splicespark.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.splicespark.djl.CheckpointFiles;
import org.splicespark.djl.DjlModels;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.io.FastaGenome;
import org.splicespark.model.Compute;
import org.splicespark.model.SpliceModel;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.Reference;
import org.splicespark.variant.Outcome.Scored;
import org.splicespark.variant.StepByStep.Extreme;

/** Pangolin's twelve networks at a real donor, both scorers, against its program's steps. */
@Tag("golden")
@Tag("native")
@Tag("wide")
class PangolinNetworksTest {
  /** The donor is at this base of a cut of the contig, 0-based. */
  private static final int DONOR = 6000;

  /** Below it, another order of sums may make another base the first with the largest change. */
  private static final double POSITION_MATTERS = 0.001;

  @TempDir Path folder;

  private MemoryGenome genome() throws IOException {
    int start = 74844 - 1 - DONOR;
    try (FastaGenome genome = FastaGenome.open(Reference.genomeIn(folder))) {
      byte[] bases = genome.bases(new Interval("chr22_20M", start, start + 2 * DONOR));
      return new MemoryGenome().with("chr1", new String(bases, StandardCharsets.US_ASCII));
    }
  }

  private static VariantRecord record(MemoryGenome genome, int start, int length, String tail) {
    String ref = RandomVariants.bases(genome, start, length);
    String first = ref.substring(0, 1);
    return new VariantRecord("chr1", start, ref, List.of(first + tail));
  }

  @ParameterizedTest
  @EnumSource(ScorerKind.class)
  void theProfileGivesWhatItsProgramGives(ScorerKind kind) throws IOException {
    MemoryGenome genome = genome();
    Gene gene = Genes.gene("G", "chr1", Strand.PLUS, 5800, DONOR + 1, 6500, 6700);
    List<VariantRecord> records =
        List.of(
            new VariantRecord(
                "chr1", DONOR + 1, RandomVariants.bases(genome, DONOR + 1, 1), List.of("C")),
            record(genome, DONOR, 4, ""),
            record(genome, DONOR, 1, "GTAAGTGTAAGT"));
    try (SpliceModel model =
        DjlModels.open(CheckpointFiles.read(Reference.path("models/pangolin")), Compute.cpu())) {
      assertEquals(3, model.replicates().size());
      VariantScorer scorer =
          new VariantScorer(
              genome,
              new Annotation(List.of(gene)),
              kind.of(model, genome, 4),
              Profile.PANGOLIN.scoring());
      List<List<Outcome>> outcomes = scorer.score(records);
      StepByStep steps = new StepByStep(genome, model, 50, true);
      for (int i = 0; i < records.size(); i++) {
        VariantRecord record = records.get(i);
        TissueScore score = (TissueScore) ((Scored) outcomes.get(i).get(0)).score();
        List<Extreme> expected =
            steps.pangolin(gene, record.start() + 1, record.ref(), record.alts().get(0));
        assertEquals(expected.get(0).value(), score.gain().score(), 2e-6, record.toString());
        assertEquals(expected.get(1).value(), score.loss().score(), 2e-6, record.toString());
        assertEquals(expected.get(1).index() - 50, score.loss().position(), record.toString());
        if (expected.get(0).value() >= POSITION_MATTERS) {
          assertEquals(expected.get(0).index() - 50, score.gain().position(), record.toString());
        }
      }
      TissueScore lost = (TissueScore) ((Scored) outcomes.get(0).get(0)).score();
      assertEquals(-1, lost.loss().position());
      assertTrue(lost.loss().score() < -0.5, lost.toString());
    }
  }
}
