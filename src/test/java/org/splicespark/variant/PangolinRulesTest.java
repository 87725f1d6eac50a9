package org.splicespark.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import org.splicespark.testing.TissueModel;
import org.splicespark.variant.GeneChoice.Name;
import org.splicespark.variant.Outcome.Skipped;

/** What Pangolin's tool does that no other does. */
class PangolinRulesTest {
  /**
   * Exons end at 59 and begin at 80; the ends of the transcript, 0 and 199, are exons' ends too.
   */
  private static final Gene GENE = Genes.gene("G", "chr1", Strand.PLUS, 0, 60, 80, 200);

  private static final Gene MINUS = Genes.gene("M", "chr1", Strand.MINUS, 0, 70, 90, 250);

  private static ScoringParameters parameters(boolean masked, String... tissues) {
    return new ScoringParameters(
        2, masked, Rules.PANGOLIN, Profile.PANGOLIN.scoring().genes(), List.of(tissues));
  }

  private static VariantRecord record(int start, String ref, String... alts) {
    return new VariantRecord("chr1", start, ref, List.of(alts));
  }

  /** Five changes in each of two tissues, of networks that say a half everywhere before. */
  private static Scripted changes(float[] heart, float[] liver) {
    float[][] reference = new float[4][5];
    float[][] alternate = new float[4][5];
    for (int i = 0; i < 5; i++) {
      for (int tissue = 0; tissue < 4; tissue++) {
        reference[tissue][i] = 0.5f;
        alternate[tissue][i] = 0.5f;
      }
      alternate[0][i] += heart[i];
      alternate[1][i] += liver[i];
    }
    return new Scripted(TissueModel.TISSUES, reference, alternate);
  }

  private static String text(
      AlleleScorer scorer, ScoringParameters parameters, VariantRecord record, Gene... genes) {
    MemoryGenome genome = new MemoryGenome().with("chr1", "C".repeat(300));
    return Profile.PANGOLIN
        .info()
        .text(
            new VariantScorer(genome, new Annotation(List.of(genes)), scorer, parameters)
                .score(List.of(record))
                .get(0));
  }

  @Test
  void gainAndLossAreThoseOfTheTissueWhereTheyAreLargest() {
    Scripted scorer =
        changes(new float[] {0.25f, 0, 0, -0.125f, 0}, new float[] {0, 0, 0.375f, -0.25f, 0});
    assertEquals(
        "Pangolin=G|0:0.38|1:-0.25|Warnings:",
        text(scorer, parameters(false), record(100, "C", "A"), GENE));
  }

  @Test
  void oneBaseMayGainInOneTissueAndLoseInAnother() {
    Scripted scorer = changes(new float[] {0, 0, 0.25f, 0, 0}, new float[] {0, 0, -0.5f, 0, 0});
    assertEquals(
        "Pangolin=G|0:0.25|0:-0.5|Warnings:",
        text(scorer, parameters(false), record(100, "C", "A"), GENE));
  }

  @Test
  void onlyTheTissuesThatAreAskedForCount() {
    Scripted scorer = changes(new float[] {0, 0.25f, 0, 0, 0}, new float[] {0, 0, -0.5f, 0, 0});
    VariantRecord record = record(100, "C", "A");
    assertEquals(
        "Pangolin=G|-1:0.25|-2:0.0|Warnings:",
        text(scorer, parameters(false, "heart"), record, GENE));
    assertEquals(
        "Pangolin=G|-1:0.25|0:-0.5|Warnings:",
        text(scorer, parameters(false, "liver", "heart"), record, GENE));
    assertEquals(
        "Pangolin=G|-2:0.0|-2:0.0|Warnings:",
        text(scorer, parameters(false, "brain"), record, GENE));
  }

  @Test
  void aMaskHidesGainsOfAnnotatedSitesAndLossesOfOthers() {
    // From 77 on; 80 is the fourth.
    Scripted rise = changes(new float[] {0.125f, 0, 0, 0.5f, 0}, new float[5]);
    VariantRecord record = record(79, "C", "A");
    assertEquals("Pangolin=G|1:0.5|-2:0.0|Warnings:", text(rise, parameters(false), record, GENE));
    assertEquals("Pangolin=G|-2:0.12|-2:0.0|Warnings:", text(rise, parameters(true), record, GENE));
    Scripted fall = changes(new float[] {-0.5f, 0, 0, -0.25f, 0}, new float[5]);
    assertEquals(
        "Pangolin=G|-2:0.0|-2:-0.5|Warnings:", text(fall, parameters(false), record, GENE));
    assertEquals("Pangolin=G|-2:0.0|1:-0.25|Warnings:", text(fall, parameters(true), record, GENE));
  }

  @Test
  void theEndOfATranscriptIsAnAnnotatedSite() {
    // From 197 on; 199 is the third.
    Scripted scorer = changes(new float[] {0.125f, 0, 0.5f, 0, 0}, new float[5]);
    assertEquals(
        "Pangolin=G|-2:0.12|-2:0.0|Warnings:",
        text(scorer, parameters(true), record(199, "C", "A"), GENE));
  }

  @Test
  void aGeneIsMaskedByItsOwnSites() {
    // 80 is a site of G but not of the other gene.
    Gene other = Genes.gene("O", "chr1", Strand.PLUS, 0, 250);
    Scripted scorer = changes(new float[] {0, 0, 0, 0.5f, 0}, new float[5]);
    assertEquals(
        "Pangolin=G|-2:0.0|-2:0.0|Warnings:,O|1:0.5|-2:0.0|Warnings:",
        text(scorer, parameters(true), record(79, "C", "A"), GENE, other));
  }

  @Test
  void whereNoSiteIsKnownAMaskSaysSo() {
    ScoringParameters parameters =
        new ScoringParameters(
            2, true, Rules.PANGOLIN, new GeneChoice(true, true, true, Name.ID), List.of());
    Scripted scorer = changes(new float[] {0.25f, -0.5f, 0, 0, 0}, new float[5]);
    String warned = "|-2:0.25|-2:0.0|Warnings:NoAnnotatedSitesToMaskForThisGene";
    assertEquals(
        "Pangolin=+" + warned + ",-" + warned,
        text(scorer, parameters, record(260, "C", "A"), GENE));
  }

  @Test
  void genesOfThePlusStrandComeFirst() {
    Scripted scorer = changes(new float[5], new float[5]);
    assertEquals(
        "Pangolin=G|-2:0.0|-2:0.0|Warnings:,M|-2:0.0|-2:0.0|Warnings:",
        text(scorer, parameters(false), record(100, "C", "A"), MINUS, GENE));
  }

  @Test
  void aGeneIsAsWideAsItsOwnSpanAndGoesByItsIdentifier() {
    Gene wide =
        new Gene(
            "ENSG1", "NAME", "", new Interval("chr1", 0, 280), Strand.PLUS, GENE.transcripts());
    Scripted scorer = changes(new float[5], new float[5]);
    assertEquals(
        "Pangolin=ENSG1|-2:0.0|-2:0.0|Warnings:",
        text(scorer, parameters(false), record(240, "C", "A"), wide));
  }

  /** D is 2, and the network looks at ten bases on either side. */
  @ParameterizedTest
  @CsvSource({
    "100, CC, AAA, DELINS",
    "100, CCC, AA, DELINS",
    "100, CCCCC, C, REF_TOO_LONG",
    "100, CCCCC, AAAAA, REF_TOO_LONG",
    "11, C, A, CONTIG_END",
    "288, C, A, CONTIG_END",
    "100, G, A, REF_MISMATCH",
    "260, C, A, NO_GENE",
    "100, C, <DEL>, SYMBOLIC",
    "100, c, A, IUPAC",
    "100, C, a, IUPAC",
    "100, C, N, IUPAC",
    "100, C, cag, IUPAC",
    "100, Cc, C, REF_MISMATCH",
  })
  void whatPangolinSkipsHasAStatus(int start, String ref, String alt, String reason) {
    Gene gene = Genes.gene("G", "chr1", Strand.PLUS, 0, 250);
    Gene end = Genes.gene("E", "chr1", Strand.PLUS, 270, 300);
    assertEquals(
        "Pangolin_STATUS=" + alt + "|" + reason,
        text(windows(), parameters(false), record(start, ref, alt), gene, end));
  }

  private static AlleleScorer windows() {
    MemoryGenome genome = new MemoryGenome().with("chr1", "C".repeat(300));
    return new WindowScorer(new TissueModel(20), genome, 4);
  }

  @ParameterizedTest
  @CsvSource({
    "12, C, A",
    "287, C, A",
    "100, CCCC, C",
    "100, CCCC, AGTA",
    "100, C, Cag",
    "100, C, CAGAGAG"
  })
  void whatPangolinScoresHasScores(int start, String ref, String alt) {
    Gene gene = Genes.gene("G", "chr1", Strand.PLUS, 0, 300);
    String text = text(windows(), parameters(false), record(start, ref, alt), gene);
    assertTrue(text.startsWith("Pangolin=G|"), text);
  }

  @Test
  void onlyTheFirstAltIsScoredSinceTheFormatNamesNone() {
    Scripted scorer = changes(new float[5], new float[5]);
    assertEquals(
        "Pangolin=G|-2:0.0|-2:0.0|Warnings:;Pangolin_STATUS=G|LATER_ALT",
        text(scorer, parameters(false), record(100, "C", "A", "G"), GENE));
  }

  @Test
  void basesOutsideTheGeneAreSeen() {
    // GT across the gene's last base and the first behind it.
    MemoryGenome genome = new MemoryGenome().with("chr1", "C".repeat(200) + "T" + "C".repeat(99));
    AlleleScorer scorer = new WindowScorer(new TissueModel(20), genome, 4);
    VariantScorer variants =
        new VariantScorer(genome, new Annotation(List.of(GENE)), scorer, parameters(false));
    Outcome outcome = variants.score(List.of(record(199, "C", "G"))).get(0).get(0);
    TissueScore score = (TissueScore) ((Outcome.Scored) outcome).score();
    assertEquals(-1, score.gain().position());
    assertTrue(score.gain().score() > 0.2, score.toString());
  }

  @Test
  void networksAndRulesMustGoTogether() {
    MemoryGenome genome = new MemoryGenome().with("chr1", "C".repeat(300));
    Annotation genes = new Annotation(List.of(GENE));
    AlleleScorer sites = new WindowScorer(new MotifModel(20), genome, 4);
    ScoringParameters own = new ScoringParameters(2, false, false);
    assertThrows(
        IllegalArgumentException.class,
        () -> new VariantScorer(genome, genes, sites, parameters(false)));
    assertThrows(
        IllegalArgumentException.class, () -> new VariantScorer(genome, genes, windows(), own));
    assertThrows(
        IllegalArgumentException.class,
        () -> new VariantScorer(genome, genes, windows(), parameters(false, "lung")));
  }

  @Test
  void aSkippedAlleleSaysWhichGeneItIsIn() {
    MemoryGenome genome = new MemoryGenome().with("chr1", "C".repeat(300));
    VariantScorer variants =
        new VariantScorer(genome, new Annotation(List.of(GENE)), windows(), parameters(false));
    Outcome outcome = variants.score(List.of(record(100, "CC", "AAA"))).get(0).get(0);
    assertEquals(new Skipped("AAA", "G", SkipReason.DELINS), outcome);
  }

  @Test
  void networksAreAveragedAfterAnInsertionIsLinedUp() {
    // One network likes the first inserted base, the other the second: both count.
    Scripted one = insertion(0.5f, 0);
    Scripted other = insertion(0, 0.25f);
    AlleleScorer both = new ReplicateScorer(List.of(one, other));
    assertEquals(
        "Pangolin=G|0:0.38|-2:0.0|Warnings:",
        text(both, parameters(false), record(100, "C", "CAA"), GENE));
  }

  private static Scripted insertion(float first, float second) {
    float[][] alternate = new float[4][7];
    alternate[1][3] = first;
    alternate[1][4] = second;
    return new Scripted(TissueModel.TISSUES, new float[4][5], alternate);
  }
}
