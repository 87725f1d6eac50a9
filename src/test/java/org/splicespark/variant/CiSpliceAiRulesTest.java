package org.splicespark.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.MotifModel;
import org.splicespark.variant.GeneChoice.Name;
import org.splicespark.variant.Outcome.Scored;
import org.splicespark.variant.Outcome.Skipped;

/** What CI-SpliceAI's tool does that no other does. */
class CiSpliceAiRulesTest {
  private static final Profile PROFILE = Profile.CI_SPLICEAI;

  /** An acceptor at 80, a donor at 59. */
  private static final Gene GENE = Genes.gene("G", "chr1", Strand.PLUS, 0, 60, 80, 200);

  /** No site but for its ends. */
  private static final Gene BARE = Genes.gene("B", "chr1", Strand.PLUS, 10, 190);

  private static ScoringParameters parameters(int distance, boolean masked, boolean every) {
    return new ScoringParameters(
        distance,
        masked,
        Rules.CI_SPLICEAI,
        new GeneChoice(every, false, true, Name.ID),
        List.of());
  }

  private static List<Outcome> outcomes(
      AlleleScorer scorer, ScoringParameters parameters, VariantRecord record, Gene... genes) {
    MemoryGenome genome = new MemoryGenome().with("chr1", "C".repeat(300));
    return new VariantScorer(genome, new Annotation(List.of(genes)), scorer, parameters)
        .score(List.of(record))
        .get(0);
  }

  private static String text(
      AlleleScorer scorer, ScoringParameters parameters, VariantRecord record, Gene... genes) {
    return PROFILE.info().text(outcomes(scorer, parameters, record, genes));
  }

  private static VariantRecord record(int start, String ref, String... alts) {
    return new VariantRecord("chr1", start, ref, List.of(alts));
  }

  /** What MotifModel says of a sequence. */
  private static List<Outcome> motifs(
      String bases, ScoringParameters parameters, VariantRecord record, Gene... genes) {
    MemoryGenome genome = new MemoryGenome().with("chr1", bases);
    AlleleScorer scorer = new WindowScorer(new MotifModel(20), genome, 4);
    return new VariantScorer(genome, new Annotation(List.of(genes)), scorer, parameters)
        .score(List.of(record))
        .get(0);
  }

  private static DeltaScore deltas(Outcome outcome) {
    return (DeltaScore) ((Scored) outcome).score();
  }

  private static float[] only(int length, int at, float value) {
    float[] values = new float[length];
    values[at] = value;
    return values;
  }

  /** Two bases before POS; two after REF, and one more where REF is odd. */
  @ParameterizedTest
  @CsvSource({"C, A, 6, 3", "CC, AA, 6, 3", "CCC, AAA, 8, 5"})
  void theWindowHasAnEvenLength(String ref, String alt, int length, int last) {
    Scripted scorer = Scripted.acceptor(new float[length], only(length, length - 1, 0.5f));
    assertEquals(
        "CISpliceAI=%s|G|0.50|-0.00|0.00|-0.00|%d|-2|-2|-2".formatted(alt, last),
        text(scorer, parameters(2, false, true), record(78, ref, alt), GENE));
  }

  @Test
  void aDeletedSiteIsLostAtPosAndNotBehindTheAnchor() {
    // Reference: a site at POS. CCC>C: two zeros at POS, then the alternate's own value there.
    float[] reference = only(8, 2, 0.5f);
    Scripted scorer = Scripted.acceptor(reference, only(6, 2, 0.5f));
    assertEquals(
        "CISpliceAI=C|G|0.50|0.50|0.00|-0.00|2|0|-2|-2",
        text(scorer, parameters(2, false, true), record(78, "CCC", "C"), GENE));
  }

  @Test
  void aSiteInsideAnInsertionStandsAtPos() {
    Scripted scorer = Scripted.acceptor(new float[6], only(8, 4, 0.5f));
    assertEquals(
        "CISpliceAI=CAA|G|0.50|-0.00|0.00|-0.00|0|-2|-2|-2",
        text(scorer, parameters(2, false, true), record(78, "C", "CAA"), GENE));
  }

  @Test
  void aReplacementOfUnequalLengthsIsScored() {
    // CC>AAA: the largest of two rows at POS.
    Scripted scorer = Scripted.acceptor(new float[6], only(7, 3, 0.5f));
    assertEquals(
        "CISpliceAI=AAA|G|0.50|-0.00|0.00|-0.00|0|-2|-2|-2",
        text(scorer, parameters(2, false, true), record(78, "CC", "AAA"), GENE));
  }

  @Test
  void aMaskShowsTheNextHighestChange() {
    // From 77 on; 80, the fourth, is an annotated acceptor.
    float[] reference = {0, 0.125f, 0.5f, 0.25f, 0, 0};
    float[] alternate = {0.25f, 0, 0.5f, 0.75f, 0, 0.125f};
    Scripted scorer = Scripted.acceptor(reference, alternate);
    VariantRecord record = record(79, "C", "A");
    assertEquals(
        "CISpliceAI=A|G|0.50|0.12|0.00|-0.00|1|-1|-2|-2",
        text(scorer, parameters(2, false, true), record, GENE));
    assertEquals(
        "CISpliceAI=A|G|0.25|-0.00|0.00|-0.00|-2|-1|-2|-2",
        text(scorer, parameters(2, true, true), record, GENE));
  }

  @Test
  void aMaskKeepsTheLossOfASiteAndNoOther() {
    float[] reference = {0.75f, 0.5f, 0.25f, 0.5f, 0.25f, 0.25f};
    Scripted scorer = Scripted.acceptor(reference, new float[6]);
    assertEquals(
        "CISpliceAI=A|G|0.00|0.50|0.00|-0.00|-2|1|-2|-2",
        text(scorer, parameters(2, true, true), record(79, "C", "A"), GENE));
  }

  @Test
  void aMaskGoesByTheTypeOfTheSite() {
    // 59 is a donor: a rising acceptor there is no rise of an annotated site.
    Scripted scorer = Scripted.acceptor(new float[6], only(6, 2, 0.5f));
    assertEquals(
        "CISpliceAI=A|G|0.50|-0.00|0.00|-0.00|0|-2|-2|-2",
        text(scorer, parameters(2, true, true), record(59, "C", "A"), GENE));
  }

  @Test
  void theGeneWithTheLargestScoreStandsForTheAllele() {
    // The rise at 80 is masked in G, which has its site there, and not in B.
    Scripted scorer = Scripted.acceptor(new float[6], only(6, 3, 0.5f));
    VariantRecord record = record(79, "C", "A", "G");
    assertEquals(
        "CISpliceAI=A|B|0.50|-0.00|0.00|-0.00|1|-2|-2|-2," + "G|B|0.50|-0.00|0.00|-0.00|1|-2|-2|-2",
        text(scorer, parameters(2, true, false), record, GENE, BARE));
    assertEquals(4, outcomes(scorer, parameters(2, true, true), record, GENE, BARE).size());
  }

  @Test
  void ofEqualGenesTheAnnotationsFirstStandsForTheAllele() {
    Scripted scorer = Scripted.acceptor(new float[6], only(6, 0, 0.5f));
    ScoringParameters parameters = parameters(2, true, false);
    VariantRecord record = record(120, "C", "A");
    assertEquals("G", outcomes(scorer, parameters, record, GENE, BARE).get(0).symbol());
    assertEquals("B", outcomes(scorer, parameters, record, BARE, GENE).get(0).symbol());
  }

  @Test
  void betweenGenesBothStrandsAreScored() {
    // AG on the forward strand is CT on the other, no motif.
    String bases = "C".repeat(250) + "AT" + "C".repeat(100);
    VariantRecord record = record(251, "T", "G");
    List<Outcome> both = motifs(bases, parameters(10, false, true), record, GENE);
    assertEquals(List.of("+", "-"), both.stream().map(Outcome::symbol).toList());
    assertEquals(1, deltas(both.get(0)).acceptorGain().position());
    assertTrue(deltas(both.get(0)).acceptorGain().score() > 0.3);
    assertTrue(deltas(both.get(1)).largest() < 0.2, both.toString());
    List<Outcome> one = motifs(bases, parameters(10, false, false), record, GENE);
    assertEquals(both.subList(0, 1), one);
  }

  @Test
  void aGeneReachesOverAllItsIsoforms() {
    Gene wide =
        Genes.gene(
            "W",
            "protein_coding",
            Strand.PLUS,
            Genes.tagged("W.1", "MANE Select", "chr1", 100, 150),
            Genes.isoform("W.2", "chr1", 20, 60, 80, 200));
    // GT before the representative transcript, and the T behind its end but in the other's.
    String bases = "C".repeat(151) + "T" + "C".repeat(148);
    for (int start : new int[] {30, 150}) {
      List<Outcome> outcomes =
          motifs(bases, parameters(10, false, true), record(start, "C", "G"), wide);
      assertEquals(List.of("W"), outcomes.stream().map(Outcome::symbol).toList());
    }
    Outcome behind = motifs(bases, parameters(10, false, true), record(150, "C", "G"), wide).get(0);
    assertTrue(deltas(behind).donorGain().score() > 0.2, behind.toString());
  }

  @Test
  void allOfAltIsSeenWhereRefReachesOverTheGenesEnd() {
    VariantRecord record = record(199, "CC", "GT");
    Outcome outcome = motifs("C".repeat(300), parameters(10, false, true), record, GENE).get(0);
    assertTrue(deltas(outcome).donorGain().score() > 0.2, outcome.toString());
  }

  @Test
  void betweenGenesTheReverseStrandIsReadBackwards() {
    // CT is AG on the reverse strand, whose next base is the one to the left of it.
    String bases = "C".repeat(350);
    List<Outcome> one = motifs(bases, parameters(10, false, false), record(251, "C", "T"), GENE);
    assertEquals("-", one.get(0).symbol());
    assertEquals(-2, deltas(one.get(0)).acceptorGain().position());
  }

  @Test
  void aDeletionThatOnlyReachesIntoAGeneIsBetweenGenes() {
    List<Outcome> outcomes =
        motifs("C".repeat(300), parameters(5, false, true), record(8, "CCCCC", "C"), BARE);
    assertEquals(List.of("+", "-"), outcomes.stream().map(Outcome::symbol).toList());
  }

  @Test
  void basesOutsideTheGeneAreSeenOnlyWhereAskedFor() {
    // GT across the gene's last base and the first behind it.
    String bases = "C".repeat(200) + "T" + "C".repeat(99);
    VariantRecord record = record(199, "C", "G");
    ScoringParameters hidden = parameters(10, false, true);
    ScoringParameters kept =
        new ScoringParameters(
            10, false, Rules.CI_SPLICEAI, new GeneChoice(true, true, true, Name.ID), List.of());
    assertTrue(deltas(motifs(bases, hidden, record, GENE).get(0)).donorGain().score() < 0.2);
    DeltaScore seen = deltas(motifs(bases, kept, record, GENE).get(0));
    assertEquals(-1, seen.donorGain().position());
    assertTrue(seen.donorGain().score() > 0.2, seen.toString());
  }

  @Test
  void aGeneGoesByItsIdentifier() {
    Gene named =
        new Gene(
            "ENSG1", "NAME", "", new Interval("chr1", 0, 200), Strand.PLUS, GENE.transcripts());
    Scripted scorer = Scripted.acceptor(new float[6], new float[6]);
    assertEquals(
        "CISpliceAI=A|ENSG1|0.00|-0.00|0.00|-0.00|-2|-2|-2|-2",
        text(scorer, parameters(2, false, false), record(79, "C", "A"), named));
  }

  @Test
  void aContigsEndIsNoReasonAndAnotherReferenceIs() {
    ScoringParameters parameters = parameters(10, false, false);
    assertEquals(1, motifs("C".repeat(300), parameters, record(3, "C", "A"), GENE).size());
    assertTrue(
        motifs("C".repeat(300), parameters, record(3, "C", "A"), GENE).get(0) instanceof Scored);
    Outcome other = motifs("C".repeat(300), parameters, record(3, "G", "A"), GENE).get(0);
    assertEquals(SkipReason.REF_MISMATCH, ((Skipped) other).reason());
    assertEquals("CISpliceAI_STATUS=A|REF_MISMATCH", PROFILE.info().text(List.of(other)));
  }
}
