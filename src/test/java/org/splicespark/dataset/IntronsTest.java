package org.splicespark.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;
import org.splicespark.testing.Genes;

class IntronsTest {

  private static GenePlan plan(int... exons) throws DroppedGene {
    Gene gene = Genes.gene("G", "chr1", Strand.PLUS, exons);
    return Introns.plan(gene, gene.transcripts().get(0));
  }

  private static GenePlan union(Strand strand, Transcript... isoforms) throws DroppedGene {
    return Introns.union(Genes.gene("G", "protein_coding", strand, isoforms));
  }

  private static Transcript isoform(int... exons) {
    return Genes.isoform("T" + exons[0] + "-" + exons.length, "chr1", exons);
  }

  @Test
  void intronsAreWhatLiesBetweenExons() throws DroppedGene {
    GenePlan plan = plan(100, 150, 200, 250, 300, 400);
    assertEquals(List.of(150, 250), plan.intronStarts());
    assertEquals(List.of(200, 300), plan.intronEnds());
    assertTrue(plan.paired());
  }

  @Test
  void aGeneOfOneExonHasNoIntron() throws DroppedGene {
    assertEquals(List.of(), plan(100, 150).intronStarts());
    assertEquals(List.of(), plan(100, 150).intronEnds());
  }

  @Test
  void betweenExonsThatTouchThereIsNoIntron() throws DroppedGene {
    GenePlan plan = plan(100, 150, 150, 200, 300, 400);
    assertEquals(List.of(200), plan.intronStarts());
    assertEquals(List.of(300), plan.intronEnds());
  }

  @Test
  void anIntronMayBeOneBaseLong() throws DroppedGene {
    GenePlan plan = plan(100, 150, 151, 200);
    assertEquals(List.of(150), plan.intronStarts());
    assertEquals(List.of(151), plan.intronEnds());
  }

  @Test
  void exonsThatShareABaseDropTheGene() {
    for (int[] exons : new int[][] {{100, 151, 150, 200}, {100, 200, 120, 150}, {1, 9, 1, 9}}) {
      DroppedGene dropped = assertThrows(DroppedGene.class, () -> plan(exons));
      assertEquals(DropReason.OVERLAPPING_EXONS, dropped.reason());
    }
  }

  @Test
  void thePlanCoversTheWholeGeneHoweverShortTheTranscript() throws DroppedGene {
    Transcript isoform = isoform(100, 150, 200, 250);
    Interval span = new Interval("chr1", 20, 900);
    Gene gene = new Gene("G", "S", "", span, Strand.MINUS, List.of(isoform));
    assertEquals(span, Introns.plan(gene, isoform).span());
    assertEquals("G", Introns.plan(gene, isoform).name());
  }

  @ParameterizedTest
  @EnumSource
  void theUnionHasEveryJunctionOnceAndNoTranscriptEnd(Strand strand) throws DroppedGene {
    GenePlan union =
        union(
            strand,
            isoform(100, 150, 200, 250, 300, 400),
            isoform(120, 150, 210, 250, 300, 380),
            isoform(90, 160, 300, 390));
    assertEquals(List.of(150, 160, 250), union.intronStarts());
    assertEquals(List.of(200, 210, 300), union.intronEnds());
    assertFalse(union.paired());
  }

  @Test
  void theUnionReachesFromTheFirstIsoformToTheLastAndNoFurther() throws DroppedGene {
    List<Transcript> isoforms = List.of(isoform(100, 150, 200, 250), isoform(90, 95, 120, 240));
    Interval span = new Interval("chr1", 10, 1000);
    Gene gene = new Gene("G", "G", "", span, Strand.PLUS, isoforms);
    assertEquals(new Interval("chr1", 90, 250), Introns.union(gene).span());
  }

  @ParameterizedTest
  @EnumSource
  void aBaseThatIsDonorAndAcceptorIsNeither(Strand strand) throws DroppedGene {
    // Base 200 is the first of the first isoform's second exon, and the last of the other's.
    GenePlan union =
        union(strand, isoform(100, 150, 200, 250), isoform(160, 201, 300, 350, 400, 450));
    assertEquals(Set.of(150, 350), Set.copyOf(union.intronStarts()));
    assertEquals(Set.of(300, 400), Set.copyOf(union.intronEnds()));
  }

  @Test
  void anExonOfOneBaseLosesBothItsSitesInTheUnionOnly() throws DroppedGene {
    int[] exons = {100, 150, 200, 201, 300, 350};
    assertEquals(List.of(150, 201), plan(exons).intronStarts());
    GenePlan union = union(Strand.PLUS, isoform(exons));
    assertEquals(List.of(150), union.intronStarts());
    assertEquals(List.of(300), union.intronEnds());
  }

  @Test
  void neighbouringDonorAndAcceptorBothStay() throws DroppedGene {
    GenePlan union = union(Strand.PLUS, isoform(100, 150, 200, 250), isoform(160, 200, 300, 350));
    assertEquals(List.of(150, 200), union.intronStarts());
    assertEquals(List.of(200, 300), union.intronEnds());
  }

  @Test
  void oneIsoformWithOverlappingExonsDropsTheUnion() {
    assertThrows(
        DroppedGene.class,
        () -> union(Strand.PLUS, isoform(100, 150, 200, 250), isoform(100, 150, 140, 250)));
  }
}
