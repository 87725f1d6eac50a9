package org.splicespark.dataset;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;

class SpliceLabelsTest {
  private static final Labelling ALL = new Labelling(Context.NONE, false);
  private static final Labelling CANONICAL_ONLY = new Labelling(Context.NONE, true);

  @Test
  void onTheForwardStrandADonorIsAnExonsLastBaseAndAnAcceptorItsFirst() throws DroppedGene {
    String contig = "TT" + "ACA" + "GTAAAG" + "CCC" + "TT";
    LabeledGene gene =
        LabeledGenes.of(Genes.gene("G", "c", Strand.PLUS, 2, 5, 11, 14), contig, ALL);
    assertEquals("ACAGTAAAGCCC", new String(gene.bases(), US_ASCII));
    assertEquals("002000000100", LabeledGenes.digits(gene));
  }

  @Test
  void onTheOtherStrandTheSameGeneHasTheSameBasesAndLabels() throws DroppedGene {
    String contig = LabeledGenes.mirrored("TTTT" + "ACA" + "GTAAAG" + "CCC" + "TT");
    LabeledGene gene =
        LabeledGenes.of(Genes.gene("G", "c", Strand.MINUS, 2, 5, 11, 14), contig, ALL);
    assertEquals("ACAGTAAAGCCC", new String(gene.bases(), US_ASCII));
    assertEquals("002000000100", LabeledGenes.digits(gene));
  }

  @ParameterizedTest
  @CsvSource({
    "GT, AG, true", "GC, AG, true", "AT, AC, true", "GT, AC, false", "GC, AC, false",
    "AT, AG, false", "CT, AC, false", "GT, GG, false", "NT, AG, false", "AA, AA, false"
  })
  void onlyThreePairsOfMotifsAreCanonical(String donor, String acceptor, boolean canonical)
      throws DroppedGene {
    String coding = "CCC" + donor + "TTTT" + acceptor + "CCC";
    for (Strand strand : Strand.values()) {
      String contig = strand == Strand.PLUS ? coding : LabeledGenes.mirrored(coding);
      Gene gene = Genes.gene("G", "c", strand, 0, 3, 11, 14);
      assertEquals("00200000000100", LabeledGenes.digits(LabeledGenes.of(gene, contig, ALL)));
      String expected = canonical ? "00200000000100" : "00000000000000";
      assertEquals(
          expected,
          LabeledGenes.digits(LabeledGenes.of(gene, contig, CANONICAL_ONLY)),
          strand.name());
    }
  }

  @Test
  void anOddIntronDoesNotCostItsNeighboursTheirLabels() throws DroppedGene {
    String coding = "CC" + "GTTTAG" + "CC" + "CTTTAC" + "CC" + "ATTTAC" + "CC";
    Gene gene = Genes.gene("G", "c", Strand.PLUS, 0, 2, 8, 10, 16, 18, 24, 26);
    assertEquals(
        "02" + "000000" + "10" + "000000" + "02" + "000000" + "10",
        LabeledGenes.digits(LabeledGenes.of(gene, coding, CANONICAL_ONLY)));
  }

  @ParameterizedTest
  @CsvSource({"GT, AG, true", "GC, AG, true", "AT, AC, true", "GT, AC, true", "CT, AG, false"})
  void whereSitesDoNotPairEachIsJudgedByItself(String donor, String acceptor, boolean canonical)
      throws DroppedGene {
    String coding = "CCC" + donor + "TTTT" + acceptor + "CCC";
    for (Strand strand : Strand.values()) {
      GenePlan union = Introns.union(Genes.gene("G", "c", strand, 0, 3, 11, 14));
      String contig = strand == Strand.PLUS ? coding : LabeledGenes.mirrored(coding);
      MemoryGenome genome = new MemoryGenome().with("c", contig);
      String digits = LabeledGenes.digits(LabeledGene.of(union, genome, CANONICAL_ONLY));
      assertEquals(canonical ? "00200000000100" : "00000000000100", digits, strand.name());
    }
  }

  @Test
  void aSiteAtTheGenesVeryEndHasItsMotifOutsideAndIsNotCanonical() throws DroppedGene {
    // The union's span ends where the intron of one isoform is still open on the other's side.
    GenePlan cut =
        new GenePlan("G", new Interval("c", 2, 8), Strand.PLUS, List.of(8), List.of(2), false);
    MemoryGenome genome = new MemoryGenome().with("c", "AGCCCCCCGT");
    assertEquals("100002", LabeledGenes.digits(LabeledGene.of(cut, genome, ALL)));
    assertEquals("000000", LabeledGenes.digits(LabeledGene.of(cut, genome, CANONICAL_ONLY)));
    Labelling genomic = new Labelling(Context.GENOMIC, true);
    assertEquals("100002", LabeledGenes.digits(LabeledGene.of(cut, genome, genomic)));
  }

  @ParameterizedTest
  @CsvSource({"PLUS, 2", "MINUS, 1"})
  void anExonOfOneBaseKeepsTheSiteThatIsFurtherRightOnTheForwardStrand(Strand strand, char site)
      throws DroppedGene {
    Gene gene = Genes.gene("G", "c", strand, 0, 2, 8, 9, 15, 17);
    String digits = LabeledGenes.digits(LabeledGenes.of(gene, "A".repeat(17), ALL));
    assertEquals("02000000" + site + "00000010", digits);
  }
}
