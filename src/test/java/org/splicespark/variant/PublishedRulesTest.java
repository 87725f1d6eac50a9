package org.splicespark.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.model.SpliceModel;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.MotifModel;
import org.splicespark.testing.TissueModel;
import org.splicespark.variant.GeneChoice.Name;
import org.splicespark.variant.Outcome.Scored;
import org.splicespark.variant.Score.Peak;
import org.splicespark.variant.StepByStep.Extreme;

/** Random alleles: the rules give what the published tools' steps give, one by one. */
class PublishedRulesTest {
  /** On both strands, from one end of the contig to the other. */
  private static final List<Gene> GENES =
      List.of(
          Genes.gene("P", "chr1", Strand.PLUS, 0, 100, 150, 320, 340, 500),
          Genes.gene("M", "chr1", Strand.MINUS, 0, 200, 250, 290, 420, 500));

  /** These end inside the contig, overlap, and leave a gap in which no gene is. */
  private static final List<Gene> APART =
      List.of(
          Genes.gene("P", "chr1", Strand.PLUS, 20, 100, 150, 220),
          Genes.gene("M", "chr1", Strand.MINUS, 160, 200, 250, 300),
          Genes.gene("Q", "chr1", Strand.PLUS, 400, 420, 440, 480));

  /** Each strand, of which nothing is known. */
  private static final List<Gene> STRANDS =
      List.of(
          Genes.gene("+", "chr1", Strand.PLUS, 0, 500),
          Genes.gene("-", "chr1", Strand.MINUS, 0, 500));

  private final MotifModel motifs = new MotifModel(20);

  private int scored;

  private static void equal(Peak peak, int sign, Extreme expected, int distance, String where) {
    assertEquals(sign * expected.value(), peak.score(), where);
    assertEquals(expected.index() - distance, peak.position(), where);
  }

  private List<List<Outcome>> outcomes(
      MemoryGenome genome,
      SpliceModel model,
      ScoringParameters parameters,
      List<Gene> genes,
      List<VariantRecord> records) {
    AlleleScorer scorer = ScorerKind.WINDOW.of(model, genome, 8);
    return new VariantScorer(genome, new Annotation(genes), scorer, parameters).score(records);
  }

  @RepeatedTest(15)
  void ciSpliceAis(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    MemoryGenome genome = new MemoryGenome().with("chr1", MemoryGenome.randomBases(random, 500));
    List<VariantRecord> records = RandomVariants.in(genome, random, 30);
    int distance = 2 + random.nextInt(30);
    StepByStep steps = new StepByStep(genome, motifs, distance, random.nextBoolean());
    ScoringParameters parameters =
        new ScoringParameters(
            distance,
            steps.masked(),
            Rules.CI_SPLICEAI,
            new GeneChoice(true, false, true, Name.ID),
            List.of());
    List<List<Outcome>> all = outcomes(genome, motifs, parameters, APART, records);
    for (int i = 0; i < records.size(); i++) {
      VariantRecord record = records.get(i);
      for (Outcome outcome : all.get(i)) {
        DeltaScore score = (DeltaScore) ((Scored) outcome).score();
        List<Extreme> expected =
            steps.ciSpliceAi(known(outcome), record.start() + 1, record.ref(), outcome.alt());
        String where = record + " in " + outcome.symbol() + ", " + parameters;
        equal(score.acceptorGain(), 1, expected.get(0), distance, where);
        equal(score.acceptorLoss(), -1, expected.get(1), distance, where);
        equal(score.donorGain(), 1, expected.get(2), distance, where);
        equal(score.donorLoss(), -1, expected.get(3), distance, where);
      }
      Interval pos = new Interval("chr1", record.start(), record.start() + 1);
      long genes = APART.stream().filter(gene -> gene.span().overlaps(pos)).count();
      assertEquals((genes == 0 ? 2 : genes) * record.alts().size(), all.get(i).size());
    }
  }

  @RepeatedTest(15)
  void pangolins(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    MemoryGenome genome = new MemoryGenome().with("chr1", MemoryGenome.randomBases(random, 500));
    List<VariantRecord> records = RandomVariants.in(genome, random, 30);
    SpliceModel tissues = random.nextBoolean() ? new TissueModel(20) : TissueModel.replicates(20);
    int distance = 2 + random.nextInt(30);
    StepByStep steps = new StepByStep(genome, tissues, distance, random.nextBoolean());
    ScoringParameters parameters =
        new ScoringParameters(
            distance,
            steps.masked(),
            Rules.PANGOLIN,
            Profile.PANGOLIN.scoring().genes(),
            List.of());
    List<List<Outcome>> all = outcomes(genome, tissues, parameters, GENES, records);
    for (int i = 0; i < records.size(); i++) {
      for (Outcome outcome : all.get(i)) {
        if (outcome instanceof Scored s) {
          compare(s, records.get(i), steps);
          scored++;
        }
      }
    }
    assertTrue(scored >= 30, "too few alleles were scored: " + scored);
  }

  private static void compare(Scored outcome, VariantRecord record, StepByStep steps) {
    TissueScore score = (TissueScore) outcome.score();
    List<Extreme> expected =
        steps.pangolin(gene(outcome), record.start() + 1, record.ref(), outcome.alt());
    String where = record + " in " + outcome.symbol() + ", " + steps;
    equal(score.gain(), 1, expected.get(0), steps.distance(), where);
    equal(score.loss(), 1, expected.get(1), steps.distance(), where);
  }

  private static Gene known(Outcome outcome) {
    return Stream.concat(APART.stream(), STRANDS.stream())
        .filter(gene -> gene.symbol().equals(outcome.symbol()))
        .findFirst()
        .orElseThrow();
  }

  private static Gene gene(Outcome outcome) {
    return GENES.get(outcome.symbol().equals("P") ? 0 : 1);
  }
}
