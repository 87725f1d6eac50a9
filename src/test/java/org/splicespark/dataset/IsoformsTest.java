package org.splicespark.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;
import org.splicespark.testing.Genes;

class IsoformsTest {

  private static Gene gene(Transcript... isoforms) {
    return Genes.gene("G", "protein_coding", Strand.PLUS, isoforms);
  }

  private static Transcript isoform(int... exons) {
    return Genes.isoform("T" + exons[0], "chr1", exons);
  }

  /** Where the first intron starts tells isoforms apart here. */
  private static List<Integer> firstIntrons(Isoforms isoforms, Transcript... of)
      throws DroppedGene {
    return isoforms.plans(gene(of)).stream().map(plan -> plan.intronStarts().get(0)).toList();
  }

  @Test
  void canonicalIsTheLongestSpanWhateverItsExonsAndTags() throws DroppedGene {
    Transcript tagged = Genes.tagged("T", "MANE Select", "chr1", 100, 300, 400, 500);
    Transcript longest = isoform(100, 110, 490, 501);
    assertEquals(List.of(110), firstIntrons(Isoforms.CANONICAL, tagged, longest));
  }

  @Test
  void ofEquallyLongOnesTheFirstToStartIsCanonical() throws DroppedGene {
    Transcript late = isoform(150, 220, 300, 450);
    Transcript early = isoform(100, 210, 300, 400);
    assertEquals(List.of(210), firstIntrons(Isoforms.CANONICAL, late, early));
    assertEquals(List.of(210), firstIntrons(Isoforms.CANONICAL, early, late));
  }

  @Test
  void ofOnesWithTheSameSpanTheAnnotationsFirstIsCanonical() throws DroppedGene {
    Transcript one = isoform(100, 210, 300, 400);
    Transcript other = isoform(100, 220, 300, 400);
    assertEquals(List.of(210), firstIntrons(Isoforms.CANONICAL, one, other));
    assertEquals(List.of(220), firstIntrons(Isoforms.CANONICAL, other, one));
  }

  @Test
  void allIsoformsAreInTheOrderOfTheirStartsEachOnTheWholeGene() throws DroppedGene {
    Gene gene = gene(isoform(150, 220, 300, 450), isoform(100, 210, 300, 400), isoform(120, 440));
    List<GenePlan> plans = Isoforms.ALL_ISOFORMS.plans(gene);
    assertEquals(
        List.of(List.of(210), List.of(), List.of(220)),
        plans.stream().map(GenePlan::intronStarts).toList());
    plans.forEach(plan -> assertEquals(gene.span(), plan.span()));
    plans.forEach(plan -> assertEquals("G", plan.name()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MANE Select", "MANE_Select", "Ensembl_canonical", "RefSeq Select"})
  void taggedIsTheOneThatCuratorsChose(String tag) throws DroppedGene {
    Transcript longest = isoform(100, 210, 300, 900);
    Transcript chosen = Genes.tagged("T", tag, "chr1", 150, 220, 300, 400);
    assertEquals(List.of(220), firstIntrons(Isoforms.TAGGED, longest, chosen));
  }

  @Test
  void withoutATaggedOneAGeneIsDropped() {
    Gene gene = gene(isoform(100, 210), Genes.tagged("T", "basic", "chr1", 100, 150, 200, 210));
    DroppedGene dropped = assertThrows(DroppedGene.class, () -> Isoforms.TAGGED.plans(gene));
    assertEquals(DropReason.UNTAGGED, dropped.reason());
  }

  @Test
  void collapsedIsOnePlanOfAllJunctions() throws DroppedGene {
    Gene gene = gene(isoform(100, 150, 200, 250), isoform(120, 160, 210, 240));
    List<GenePlan> plans = Isoforms.COLLAPSED.plans(gene);
    assertEquals(1, plans.size());
    assertEquals(List.of(150, 160), plans.get(0).intronStarts());
  }

  @Test
  void aGeneWithoutJunctionIsDroppedOnlyWhereItIsCollapsed() throws DroppedGene {
    Gene gene = gene(isoform(100, 150), isoform(120, 140));
    assertEquals(1, Isoforms.CANONICAL.plans(gene).size());
    DroppedGene dropped = assertThrows(DroppedGene.class, () -> Isoforms.COLLAPSED.plans(gene));
    assertEquals(DropReason.WITHOUT_JUNCTION, dropped.reason());
  }

  @Test
  void exonsThatOverlapDropTheGeneOnlyWhereTheyAreUsed() throws DroppedGene {
    Gene gene = gene(isoform(100, 210, 300, 400), isoform(120, 150, 140, 200));
    assertEquals(1, Isoforms.CANONICAL.plans(gene).size());
    assertThrows(DroppedGene.class, () -> Isoforms.ALL_ISOFORMS.plans(gene));
    assertThrows(DroppedGene.class, () -> Isoforms.COLLAPSED.plans(gene));
  }
}
