package org.splicespark.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Strand;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.MotifModel;
import org.splicespark.testing.NaiveEdits;
import org.splicespark.variant.Outcome.Scored;
import org.splicespark.variant.Outcome.Skipped;
import org.splicespark.variant.Score.Peak;

class VariantScorerTest {
  private static final int FLANK = 20;

  /** Nothing but C, so that the only motifs are the ones a test puts there. */
  private static String cs(int n) {
    return "C".repeat(n);
  }

  private static List<Outcome> score(
      String bases, Annotation genes, ScoringParameters parameters, VariantRecord record) {
    MemoryGenome genome = new MemoryGenome().with("chr1", bases);
    AlleleScorer scorer = new WindowScorer(new MotifModel(FLANK), genome, 4);
    return new VariantScorer(genome, genes, scorer, parameters).score(List.of(record)).get(0);
  }

  private static ScoringParameters distance(int distance) {
    return new ScoringParameters(distance, false, false);
  }

  private static ScoringParameters compat(int distance) {
    return new ScoringParameters(distance, false, true);
  }

  private static Annotation plusGene(int length) {
    return new Annotation(List.of(Genes.gene("G", "chr1", Strand.PLUS, 0, 60, 80, length)));
  }

  private static DeltaScore only(List<Outcome> outcomes) {
    assertEquals(1, outcomes.size());
    return (DeltaScore) assertInstanceOf(Scored.class, outcomes.get(0)).score();
  }

  private static SkipReason reason(List<Outcome> outcomes) {
    assertEquals(1, outcomes.size(), outcomes.toString());
    return assertInstanceOf(Skipped.class, outcomes.get(0)).reason();
  }

  @Test
  void whereNoGeneIsAMaskByBoundariesHidesLossesAndKeepsGains() {
    String bases = cs(100) + "GT" + cs(100) + "GA" + cs(100);
    ScoringParameters parameters =
        new ScoringParameters(
            20,
            true,
            Rules.COMPAT,
            new GeneChoice(true, false, true, GeneChoice.Name.SYMBOL),
            List.of());
    Annotation elsewhere = new Annotation(List.of(Genes.gene("G", "chr1", Strand.PLUS, 290, 300)));
    VariantRecord lost = new VariantRecord("chr1", 101, "T", List.of("A"));
    VariantRecord made = new VariantRecord("chr1", 203, "A", List.of("T"));
    List<Outcome> losses = score(bases, elsewhere, parameters, lost);
    assertEquals(2, losses.size());
    DeltaScore loss = (DeltaScore) ((Scored) losses.get(0)).score();
    assertEquals(0f, loss.donorLoss().score());
    assertEquals(-2, loss.donorLoss().position(), "the peak is there");
    Scored gain = (Scored) score(bases, elsewhere, parameters, made).get(0);
    assertTrue(((DeltaScore) gain.score()).donorGain().score() > 0.2, gain.toString());
  }

  @Test
  void breakingADonorMotifIsADonorLossAtTheLastExonicBase() {
    String bases = cs(100) + "GT" + cs(98);
    DeltaScore score =
        only(
            score(
                bases,
                plusGene(200),
                distance(10),
                new VariantRecord("chr1", 101, "T", List.of("C"))));
    assertTrue(score.donorLoss().score() > 0.1, score.toString());
    // The donor is base 99, two before the T at 101.
    assertEquals(-2, score.donorLoss().position());
  }

  @Test
  void aSiteOnTheReverseStrandIsFoundAtItsForwardPosition() {
    // Reverse complement of GT is AC: the donor lies right after it in forward coordinates.
    String bases = "G".repeat(100) + "AC" + "G".repeat(98);
    Annotation genes = new Annotation(List.of(Genes.gene("G", "chr1", Strand.MINUS, 0, 200)));
    DeltaScore score =
        only(score(bases, genes, distance(10), new VariantRecord("chr1", 100, "A", List.of("G"))));
    assertTrue(score.donorLoss().score() > 0.1, score.toString());
    assertEquals(2, score.donorLoss().position());
  }

  @Test
  void aDeletedSiteIsLost() {
    String bases = cs(100) + "GT" + cs(98);
    DeltaScore score =
        only(
            score(
                bases,
                plusGene(200),
                distance(10),
                new VariantRecord("chr1", 97, "CCCG", List.of("C"))));
    assertEquals(2, score.donorLoss().position());
    assertTrue(score.donorLoss().score() > 0.1, score.toString());
  }

  @Test
  void aSiteMadeByAnInsertionIsReportedAtTheAnchor() {
    DeltaScore score =
        only(
            score(
                cs(200),
                plusGene(200),
                distance(10),
                new VariantRecord("chr1", 100, "C", List.of("CCCGT"))));
    assertTrue(score.donorGain().score() > 0.1, score.toString());
    assertEquals(0, score.donorGain().position());
  }

  @Test
  void basesOutsideTheGeneDoNotMatter() {
    Annotation genes = new Annotation(List.of(Genes.gene("G", "chr1", Strand.PLUS, 90, 115)));
    VariantRecord record = new VariantRecord("chr1", 100, "C", List.of("A"));
    List<Outcome> among = score(cs(200), genes, distance(10), record);
    String other = "T".repeat(90) + cs(25) + "AG".repeat(42) + "T";
    assertEquals(among, score(other, genes, distance(10), record));
  }

  @Test
  void everyAlternateMeetsEveryGeneAlternatesFirst() {
    Annotation genes =
        new Annotation(
            List.of(
                Genes.gene("B", "chr1", Strand.PLUS, 0, 200),
                Genes.gene("A", "chr1", Strand.MINUS, 0, 200)));
    List<Outcome> outcomes =
        score(
            cs(200),
            genes,
            distance(10),
            new VariantRecord("chr1", 100, "C", List.of("A", "*", "G")));
    assertEquals(
        List.of("A B", "A A", "* B", "* A", "G B", "G A"),
        outcomes.stream().map(o -> o.alt() + " " + o.symbol()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "chrUn,  100, C,   A,      CONTIG_UNKNOWN, CONTIG_UNKNOWN",
    "1,      100, G,   A,      REF_MISMATCH,   REF_MISMATCH",
    "chr1,   100, c,   A,      ,               REF_MISMATCH",
    "chr1,   100, C,   a,      ,               ",
    "chr1,   100, C,   <DEL>,  SYMBOLIC,       SYMBOLIC",
    "chr1,   100, C,   C[1:9[, SYMBOLIC,       SYMBOLIC",
    "chr1,   100, C,   *,      STAR,           STAR",
    "chr1,   100, C,   .,      NO_ALT,         NO_ALT",
    "chr1,   100, C,   R,      IUPAC,          IUPAC",
    "chr1,   250, C,   A,      NO_GENE,        NO_GENE",
    "chr1,   250, G,   A,      NO_GENE,        NO_GENE",
    "chr1,   5,   C,   A,      ,               CONTIG_END",
    "chr1,   100, CC,  AA,     ,               MNV",
    "chr1,   299, CC,  C,      REF_MISMATCH,   REF_MISMATCH",
    "chr1,   100, CCCCCCCCCCCCCCCCCCCCC, C, ,  REF_TOO_LONG",
  })
  void whatIsNotScoredSaysWhy(
      String contig, int start, String ref, String alt, SkipReason inDefault, SkipReason inCompat) {
    VariantRecord record = new VariantRecord(contig, start, ref, List.of(alt));
    check(inDefault, score(cs(300), plusGene(200), distance(10), record));
    check(inCompat, score(cs(300), plusGene(200), compat(10), record));
  }

  private static void check(SkipReason expected, List<Outcome> outcomes) {
    if (expected == null) {
      only(outcomes);
    } else {
      assertEquals(expected, reason(outcomes));
    }
  }

  @Test
  void aRecordWithoutAlternatesHasOneOutcome() {
    assertEquals(
        SkipReason.NO_ALT,
        reason(
            score(
                cs(300),
                plusGene(200),
                distance(10),
                new VariantRecord("chr1", 100, "C", List.of()))));
  }

  @Test
  void thePublishedMaskLooksAtTheNearestBoundaryAfterThePeak() {
    // An annotated donor at base 99: its gain is masked, its loss is not.
    String with = cs(100) + "GT" + cs(98);
    String without = cs(100) + "GC" + cs(98);
    Annotation genes =
        new Annotation(List.of(Genes.gene("G", "chr1", Strand.PLUS, 0, 100, 150, 200)));
    ScoringParameters masked = new ScoringParameters(10, true, true);
    Peak loss =
        only(score(with, genes, masked, new VariantRecord("chr1", 101, "T", List.of("C"))))
            .donorLoss();
    Peak gain =
        only(score(without, genes, masked, new VariantRecord("chr1", 101, "C", List.of("T"))))
            .donorGain();
    assertTrue(loss.score() > 0.1);
    assertEquals(new Peak(0f, -2), gain);
  }

  @Test
  void theDefaultMaskLetsASmallerUnmaskedChangeThrough() {
    // The variant strengthens the annotated donor and, by its context, others less: those are
    // reported.
    String without = cs(100) + "GC" + cs(98);
    Annotation genes =
        new Annotation(List.of(Genes.gene("G", "chr1", Strand.PLUS, 0, 100, 150, 200)));
    VariantRecord record = new VariantRecord("chr1", 101, "C", List.of("A"));
    DeltaScore raw = only(score(without, genes, distance(10), record));
    DeltaScore masked = only(score(without, genes, new ScoringParameters(10, true, false), record));
    assertEquals(raw.acceptorGain(), masked.acceptorGain());
    assertEquals(0f, masked.acceptorLoss().score());
  }

  @Test
  void aLongDeletionKeepsTheBasesBeforeIt() {
    // Longer than the window: the published rule would report the donor before it as lost.
    String bases = cs(97) + "GT" + cs(101);
    VariantRecord record = new VariantRecord("chr1", 99, cs(16), List.of("C"));
    assertTrue(only(score(bases, plusGene(200), compat(10), record)).donorLoss().score() > 0.1);
    DeltaScore score = only(score(bases, plusGene(200), distance(10), record));
    assertTrue(score.donorLoss().score() < 0.05, score.toString());
  }

  /** Around the lengths at which REF, ALT or both reach beyond the window of outputs. */
  @Test
  void allelesLongerThanTheWindowAreScoredWhatTheirLengths() {
    Random random = new Random(11);
    MemoryGenome genome =
        new MemoryGenome().with("chr1", "A" + MemoryGenome.randomBases(random, 399));
    Annotation genes = plusGene(400);
    for (int m : new int[] {1, 2, 9, 10, 11, 12, 13, 20, 21, 22, 23, 40}) {
      for (int n : new int[] {1, 2, 9, 10, 11, 12, 13, 20, 21, 22, 23, 40}) {
        String ref = RandomVariants.bases(genome, 150, m);
        String alt = MemoryGenome.randomBases(random, n);
        List<VariantRecord> record = List.of(new VariantRecord("chr1", 150, ref, List.of(alt)));
        AlleleScorer window = new WindowScorer(new MotifModel(FLANK), genome, 4);
        AlleleScorer tiles =
            new IncrementalScorer(new NaiveEdits(new MotifModel(FLANK)), window, genome, 500, 1);
        List<List<Outcome>> expected =
            new VariantScorer(genome, genes, window, distance(10)).score(record);
        only(expected.get(0));
        assertEquals(
            expected,
            new VariantScorer(genome, genes, tiles, distance(10)).score(record),
            ref + " to " + alt);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-1, C, A, REF_MISMATCH",
    "-1, C, <DEL>, SYMBOLIC",
    "299, CC, A, REF_MISMATCH",
    "2147483646, CC, C, REF_MISMATCH",
  })
  void aPlaceThatTheContigDoesNotHaveIsNoCrash(
      int start, String ref, String alt, SkipReason reason) {
    VariantRecord record = new VariantRecord("chr1", start, ref, List.of(alt));
    assertEquals(reason, reason(score(cs(300), plusGene(300), distance(10), record)));
    assertEquals(reason, reason(score(cs(300), plusGene(300), compat(10), record)));
  }

  @Test
  void aDeletionOfTheContigsFirstBasesLosesTheirSitesAndNoOthers() {
    // A donor at base 1 goes, one at base 7 stays.
    String bases = "AAGTCCCCGT" + cs(190);
    Annotation genes = new Annotation(List.of(Genes.gene("G", "chr1", Strand.PLUS, 0, 200)));
    DeltaScore score =
        only(
            score(bases, genes, distance(10), new VariantRecord("chr1", 0, "AAGTC", List.of("C"))));
    assertEquals(1, score.donorLoss().position());
    assertTrue(score.donorLoss().score() > 0.1, score.toString());
    assertTrue(score.donorGain().score() < 0.1, score.toString());
  }

  @Test
  void outcomesDoNotDependOnBatchesOrCompany() {
    Random random = new Random(7);
    MemoryGenome genome = new MemoryGenome().with("chr1", MemoryGenome.randomBases(random, 400));
    Annotation genes =
        new Annotation(
            List.of(
                Genes.gene("P", "chr1", Strand.PLUS, 20, 100, 150, 320),
                Genes.gene("M", "chr1", Strand.MINUS, 90, 200, 250, 390)));
    List<VariantRecord> records = RandomVariants.in(genome, random, 60);
    List<List<Outcome>> together = scorer(genome, genes, 16).score(records);
    for (int i = 0; i < records.size(); i++) {
      assertEquals(
          together.get(i),
          scorer(genome, genes, 1).score(records.subList(i, i + 1)).get(0),
          records.get(i).toString());
    }
  }

  private static VariantScorer scorer(MemoryGenome genome, Annotation genes, int batchSize) {
    AlleleScorer scorer = new WindowScorer(new MotifModel(FLANK), genome, batchSize);
    return new VariantScorer(genome, genes, scorer, distance(10));
  }
}
