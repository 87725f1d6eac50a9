package org.splicespark.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Strand;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.MotifModel;
import org.splicespark.variant.Outcome.Scored;
import org.splicespark.variant.Score.Peak;

class SpellingTest {
  private static final MemoryGenome GENOME = new MemoryGenome().with("chr1", "TTGACAAAAGTC");

  private static Allele reduced(int start, String ref, String alt) {
    return new Spelling(GENOME).reduced(new Allele("chr1", start, ref, alt));
  }

  private static Allele allele(int start, String ref, String alt) {
    return new Allele("chr1", start, ref, alt);
  }

  @Test
  void anSnvStays() {
    assertEquals(allele(4, "C", "T"), reduced(4, "C", "T"));
  }

  @Test
  void anAnchoredIndelStaysWhereItIsSpelled() {
    assertEquals(allele(5, "AA", "A"), reduced(5, "AA", "A"));
    assertEquals(allele(6, "A", "AA"), reduced(6, "A", "AA"));
  }

  @Test
  void sharedBasesOnBothSidesGo() {
    assertEquals(allele(3, "A", "G"), reduced(1, "TGAC", "TGGC"));
  }

  @Test
  void anSnvInsideALongerSpellingIsAnSnv() {
    assertEquals(allele(1, "T", "C"), reduced(0, "TT", "TC"));
  }

  @Test
  void aPaddedIndelGoesToTheLeftMostAnchor() {
    assertEquals(allele(4, "CA", "C"), reduced(3, "ACAA", "ACA"));
    assertEquals(allele(4, "CA", "C"), reduced(7, "AAG", "AG"));
    assertEquals(allele(4, "C", "CA"), reduced(6, "AAA", "AAAA"));
  }

  @Test
  void anIndelWhoseRepeatReachesTheContigsFirstBaseIsAnchoredBehind() {
    assertEquals(allele(0, "TT", "T"), reduced(0, "TTG", "TG"));
  }

  @Test
  void whatCannotBeTrimmedStaysADelins() {
    assertEquals(allele(3, "ACA", "GT"), reduced(2, "GACA", "GGT"));
  }

  @Test
  void anAlternateThatIsTheReferenceBecomesNoChangeOfOneBase() {
    assertEquals(allele(2, "G", "G"), reduced(2, "GAC", "GAC"));
  }

  /**
   * The invariant behind the default mode, over random genomes with repeats, alleles, and paddings.
   */
  @RepeatedTest(60)
  void everyPaddedSpellingOfALeftMostAlleleHasItsScore(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    MemoryGenome genome = new MemoryGenome().with("chr1", MemoryGenome.randomBases(random, 300));
    VariantRecord spelled = RandomVariants.in(genome, random, 1).get(0);
    Allele minimal =
        leftMost(genome, new Allele("chr1", spelled.start(), spelled.ref(), spelled.alts().get(0)));
    int left = random.nextInt(Math.min(minimal.start(), 8) + 1);
    int right = random.nextInt(8);
    int end = minimal.start() + minimal.refLength();
    String before = RandomVariants.bases(genome, minimal.start() - left, left);
    String after = RandomVariants.bases(genome, end, right);
    Allele padded =
        new Allele(
            "chr1",
            minimal.start() - left,
            before + minimal.ref() + after,
            before + minimal.alt() + after);
    assertEquals(scores(genome, minimal), scores(genome, padded), minimal + " as " + padded);
  }

  /** The left-most spelling, found the slow way: padded to the contig's start, then reduced. */
  private static Allele leftMost(MemoryGenome genome, Allele allele) {
    String before = RandomVariants.bases(genome, 0, allele.start());
    String after = RandomVariants.bases(genome, allele.start() + allele.refLength(), 1);
    return new Spelling(genome)
        .reduced(
            new Allele("chr1", 0, before + allele.ref() + after, before + allele.alt() + after));
  }

  private static List<List<Object>> scores(MemoryGenome genome, Allele allele) {
    Annotation genes =
        new Annotation(
            List.of(
                Genes.gene("P", "chr1", Strand.PLUS, 0, 100, 150, 300),
                Genes.gene("M", "chr1", Strand.MINUS, 0, 80, 170, 300)));
    AlleleScorer scorer = new WindowScorer(new MotifModel(20), genome, 8);
    VariantScorer variants =
        new VariantScorer(genome, genes, scorer, new ScoringParameters(12, false, false));
    VariantRecord record =
        new VariantRecord("chr1", allele.start(), allele.ref(), List.of(allele.alt()));
    return variants.score(List.of(record)).get(0).stream()
        .map(Scored.class::cast)
        .map(scored -> places(scored, allele.start()))
        .toList();
  }

  /** Scores and the bases they are at: POS differs between spellings, the place does not. */
  private static List<Object> places(Scored scored, int pos) {
    DeltaScore s = (DeltaScore) scored.score();
    return List.<Object>of(
        scored.symbol(),
        at(s.acceptorGain(), pos),
        at(s.acceptorLoss(), pos),
        at(s.donorGain(), pos),
        at(s.donorLoss(), pos));
  }

  private static Peak at(Peak peak, int pos) {
    return new Peak(peak.score(), peak.position() + pos);
  }
}
