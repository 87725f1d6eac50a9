package org.splicespark.dataset.paralog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.genome.DnaSequence;
import org.splicespark.testing.RelatedGenes;

class ParalogSearchTest {
  private static final int LENGTH = 12_000;

  private final RelatedGenes genes = new RelatedGenes(7);
  private final String gene = genes.unrelated(LENGTH);

  private static Optional<ParalogMatch> match(String gene, String other) {
    return match(gene, RelatedGenes.bytes(other));
  }

  private static Optional<ParalogMatch> match(String gene, byte[] other) {
    return new ParalogSearch("gene", RelatedGenes.bytes(gene), ParalogParameters.DEFAULTS)
        .match("other", other);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.95, 0.85, 0.82})
  void aCopyWithSubstitutionsIsFoundWithItsIdentity(double identity) {
    var copy = genes.copy(gene, identity, 0);
    ParalogMatch match = match(gene, copy.bases()).orElseThrow();
    assertEquals(copy.identity(), match.identity(), 0.02);
    assertEquals(1, match.coverage(), 0.02);
    assertEquals("gene", match.gene());
    assertEquals("other", match.match());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void identityIsThatOfTheSimulationWhateverItIs(long seed) {
    RelatedGenes family = new RelatedGenes(seed);
    String first = family.unrelated(8_000);
    var copy = family.copy(first, 0.82 + 0.02 * seed, 0.04 * seed);
    ParalogMatch match = match(first, copy.bases()).orElseThrow();
    assertEquals(copy.identity(), match.identity(), 0.02);
    assertEquals(1, match.coverage(), 0.02);
  }

  @Test
  void aCopyWithInsertionsAndDeletionsIsFound() {
    var copy = genes.copy(gene, 0.86, 0.4);
    ParalogMatch match = match(gene, copy.bases()).orElseThrow();
    assertEquals(copy.identity(), match.identity(), 0.02);
  }

  @Test
  void whatIsTooUnlikeIsNoParalog() {
    assertTrue(match(gene, genes.copy(gene, 0.70, 0).bases()).isEmpty());
    assertTrue(match(gene, genes.copy(gene, 0.72, 0.3).bases()).isEmpty());
    assertTrue(match(gene, genes.unrelated(LENGTH)).isEmpty());
  }

  @Test
  void aCopyOfThreeFifthsIsAParalogAndOneOfTwoFifthsIsNot() {
    for (int from : new int[] {0, 3000, 4800}) {
      String most = genes.copy(gene.substring(from, from + 7200), 0.9, 0.1).bases();
      ParalogMatch match =
          match(gene, genes.unrelated(4000) + most + genes.unrelated(900)).orElseThrow();
      assertEquals(0.6, match.coverage(), 0.02);
      String some = genes.copy(gene.substring(from, from + 4800), 0.95, 0.1).bases();
      assertTrue(match(gene, genes.unrelated(4000) + some + genes.unrelated(900)).isEmpty());
    }
  }

  @Test
  void coverageIsTheHeldOutGenesShareSoOfAPairOneAloneMayBeAParalog() {
    String part = genes.copy(gene.substring(2000, 6000), 0.9, 0.1).bases();
    assertTrue(match(part, gene).isPresent());
    assertTrue(match(gene, part).isEmpty());
  }

  @Test
  void aCopyOnTheOtherStrandIsFound() {
    var copy = genes.copy(gene, 0.88, 0.2);
    byte[] other = DnaSequence.reverseComplement(RelatedGenes.bytes(copy.bases()));
    ParalogMatch match = match(gene, other).orElseThrow();
    assertEquals(copy.identity(), match.identity(), 0.02);
    assertEquals(1, match.coverage(), 0.02);
  }

  @Test
  void anInvertedDuplicateIsTwoAlignmentsOfWhichTheLongerCounts() {
    byte[] inverted = DnaSequence.reverseComplement(RelatedGenes.bytes(gene.substring(7200)));
    String other = gene.substring(0, 7200) + new String(inverted);
    assertEquals(0.6, match(gene, other).orElseThrow().coverage(), 0.01);
    byte[] middle = DnaSequence.reverseComplement(RelatedGenes.bytes(gene.substring(4800, 7200)));
    String outer = gene.substring(0, 4800) + new String(middle) + gene.substring(7200);
    assertTrue(match(gene, outer).isEmpty(), "three alignments, none of them of half the gene");
  }

  @Test
  void genesThatShareManyCopiesOfARepeatAreNoParalogs() {
    String repeat = genes.unrelated(300);
    assertTrue(match(withRepeats(repeat, 60), withRepeats(repeat, 60)).isEmpty());
    assertTrue(match(withRepeats(repeat, 8), withRepeats(repeat, 8)).isEmpty());
  }

  private String withRepeats(String repeat, int copies) {
    StringBuilder bases = new StringBuilder();
    for (int i = 0; i < copies; i++) {
      bases.append(genes.unrelated(600)).append(genes.copy(repeat, 0.92, 0.2).bases());
    }
    return bases.toString();
  }

  @Test
  void aParalogFullOfRepeatsIsStillOne() {
    String full = withRepeats(genes.unrelated(300), 60);
    assertEquals(
        1, match(full, genes.copy(full, 0.88, 0.2).bases()).orElseThrow().coverage(), 0.02);
  }

  @Test
  void aGeneOf300BasesIsFound() {
    for (int i = 0; i < 20; i++) {
      String small = genes.unrelated(300);
      var copy = genes.copy(small, 0.93, 0.1);
      ParalogMatch match =
          match(small, genes.unrelated(2000) + copy.bases() + genes.unrelated(500)).orElseThrow();
      assertEquals(copy.identity(), match.identity(), 0.04);
      assertTrue(match.coverage() > 0.9);
    }
  }

  @Test
  void aGeneShorterThanAWordHasNoParalog() {
    assertTrue(match("ACGTACGT", "ACGTACGT").isEmpty());
    assertTrue(match("", gene).isEmpty());
    assertTrue(match(gene, "").isEmpty());
  }

  @Test
  void unknownBasesCountNeitherForNorAgainst() {
    String hidden = gene.substring(0, 3000) + "N".repeat(900) + gene.substring(3900);
    assertEquals(1, match(gene, hidden).orElseThrow().identity(), 1e-3);
    assertEquals(1, match(hidden, gene).orElseThrow().identity(), 1e-3);
    assertEquals(1, match(hidden, hidden).orElseThrow().identity(), 1e-3);
    assertTrue(match("N".repeat(5000), "N".repeat(5000)).isEmpty());
  }

  @Test
  void anInsertionCountsWithAllItsBases() {
    String longer = gene.substring(0, 6000) + genes.unrelated(1000) + gene.substring(6000);
    ParalogMatch match = match(gene, longer).orElseThrow();
    assertEquals(12.0 / 13, match.identity(), 0.005);
    assertEquals(1, match.coverage(), 1e-9);
  }

  @Test
  void aStretchThatIsUnlikeEndsTheAlignment() {
    String other = gene.substring(0, 4000) + genes.unrelated(2500) + gene.substring(6500);
    assertTrue(match(gene, other).isEmpty(), "4,000 and 5,500 bases of 12,000");
    String most = gene.substring(0, 2000) + genes.unrelated(2500) + gene.substring(4500);
    ParalogMatch match = match(gene, most).orElseThrow();
    assertEquals(7500.0 / 12000, match.coverage(), 0.01);
    assertTrue(match.identity() > 0.98);
  }

  @Test
  void thresholdsAreInclusiveAndMayBeChanged() {
    var strict = ParalogParameters.DEFAULTS.with(1, 1);
    byte[] bases = RelatedGenes.bytes(gene);
    assertTrue(new ParalogSearch("gene", bases, strict).match("twin", bases).isPresent());
    byte[] near = bases.clone();
    near[5000] = (byte) (near[5000] == 'A' ? 'C' : 'A');
    assertFalse(new ParalogSearch("gene", bases, strict).match("near", near).isPresent());
  }
}
