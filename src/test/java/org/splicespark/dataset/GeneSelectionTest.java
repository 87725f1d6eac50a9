package org.splicespark.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Strand;
import org.splicespark.testing.Genes;

class GeneSelectionTest {
  private static final List<Gene> GENES =
      List.of(
          gene("coding", "protein_coding"),
          gene("long", "lncRNA"),
          gene("pseudo", "pseudogene"),
          gene("short", "ncRNA"),
          gene("unsaid", ""),
          gene("second", "protein_coding"));

  private static Gene gene(String name, String biotype) {
    return Genes.gene(
        name, biotype, Strand.PLUS, Genes.isoform(name + ".1", "chr1", 0, 10, 20, 30));
  }

  private static GeneSelection.Selected selected(Biotypes biotypes) {
    return new GeneSelection(biotypes, Isoforms.CANONICAL).of(GENES);
  }

  private static List<String> names(GeneSelection.Selected selected) {
    return selected.plans().stream().map(GenePlan::name).toList();
  }

  @Test
  void codingGenesAreThoseCalledSoInTheAnnotationsOrder() {
    assertEquals(List.of("coding", "second"), names(selected(Biotypes.PROTEIN_CODING)));
  }

  @Test
  void genesThatAreNotCodingAreTwoKindsOfRna() {
    assertEquals(List.of("long", "short"), names(selected(Biotypes.NON_CODING)));
  }

  @Test
  void allAreAllAlsoThoseWithoutBiotype() {
    assertEquals(GENES.stream().map(Gene::id).toList(), names(selected(Biotypes.ALL)));
    assertEquals(Map.of(), selected(Biotypes.ALL).dropped());
  }

  @Test
  void aBiotypeThatIsNotSaidIsCountedApart() {
    assertEquals(
        Map.of(DropReason.OTHER_BIOTYPE, 3, DropReason.UNKNOWN_BIOTYPE, 1),
        selected(Biotypes.PROTEIN_CODING).dropped());
  }

  @Test
  void aGeneWhoseExonsHangOnItselfHasNoTranscript() {
    Gene own = Genes.gene("own", "protein_coding", Strand.PLUS, Genes.isoform("own", "chr1", 0, 9));
    var selected =
        new GeneSelection(Biotypes.ALL, Isoforms.CANONICAL).of(List.of(own, GENES.get(0)));
    assertEquals(List.of("coding"), names(selected));
    assertEquals(Map.of(DropReason.WITHOUT_TRANSCRIPT, 1), selected.dropped());
  }

  @Test
  void eachGeneIsCountedOnceForOneReason() {
    Gene overlapping =
        Genes.gene(
            "bad",
            "protein_coding",
            Strand.PLUS,
            Genes.isoform("bad.1", "chr1", 0, 10, 5, 30),
            Genes.isoform("bad.2", "chr1", 0, 10, 5, 40));
    Gene single = Genes.gene("single", "chr1", Strand.MINUS, 100, 200);
    var selected =
        new GeneSelection(Biotypes.PROTEIN_CODING, Isoforms.COLLAPSED)
            .of(List.of(overlapping, single, GENES.get(0), GENES.get(1)));
    assertEquals(
        Map.of(
            DropReason.OVERLAPPING_EXONS, 1,
            DropReason.WITHOUT_JUNCTION, 1,
            DropReason.OTHER_BIOTYPE, 1),
        selected.dropped());
  }

  @Test
  void withAllIsoformsAGeneGivesSeveralPlansInARow() {
    Gene two =
        Genes.gene(
            "two",
            "protein_coding",
            Strand.PLUS,
            Genes.isoform("two.1", "chr1", 5, 30),
            Genes.isoform("two.2", "chr1", 0, 10, 20, 40));
    var selected =
        new GeneSelection(Biotypes.PROTEIN_CODING, Isoforms.ALL_ISOFORMS)
            .of(List.of(two, GENES.get(0)));
    assertEquals(List.of("two", "two", "coding"), names(selected));
  }
}
