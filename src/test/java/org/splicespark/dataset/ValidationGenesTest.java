package org.splicespark.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;

class ValidationGenesTest {

  private static GenePlan gene(String name, String contig, int start, int end) {
    Strand strand = name.hashCode() % 2 == 0 ? Strand.PLUS : Strand.MINUS;
    Interval span = new Interval(contig, start, end);
    return new GenePlan(name, span, strand, List.of(), List.of(), true);
  }

  /** Genes far apart, so that none overlaps another. */
  private static List<GenePlan> apart(int count) {
    List<GenePlan> genes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      genes.add(gene("g" + i, "chr1", 100 * i, 100 * i + 50));
    }
    return genes;
  }

  private static List<GenePlan> random(long seed) {
    Random random = new Random(seed);
    List<GenePlan> genes = new ArrayList<>();
    for (int i = random.nextInt(80); i >= 0; i--) {
      int start = random.nextInt(5000);
      genes.add(gene("g" + i, "chr" + random.nextInt(3), start, start + 1 + random.nextInt(90)));
    }
    return genes;
  }

  @Test
  void noGeneThatIsDrawnOverlapsOneThatIsNot() {
    for (long seed = 0; seed < 300; seed++) {
      List<GenePlan> genes = random(seed);
      Set<GenePlan> drawn = ValidationGenes.draw(genes, 0.4, seed);
      for (GenePlan inside : drawn) {
        for (GenePlan outside : genes) {
          boolean parted = !drawn.contains(outside) && inside.span().overlaps(outside.span());
          assertTrue(!parted, "seed " + seed + ": " + inside + " and " + outside);
        }
      }
    }
  }

  @Test
  void neverMoreAreDrawnThanTheShareAndNoFewerWhereNoneOverlap() {
    for (long seed = 0; seed < 300; seed++) {
      List<GenePlan> genes = random(seed);
      double share = new Random(seed).nextDouble();
      int drawn = ValidationGenes.draw(genes, share, seed).size();
      assertTrue(drawn <= genes.size() * share, "seed " + seed);
    }
    assertEquals(20, ValidationGenes.draw(apart(200), 0.1, 7).size());
  }

  @Test
  void aShareOfNothingDrawsNoneAndOfAllDrawsAll() {
    List<GenePlan> genes = random(3);
    assertEquals(Set.of(), ValidationGenes.draw(genes, 0, 1));
    assertEquals(Set.copyOf(genes), ValidationGenes.draw(genes, 1, 1));
    assertEquals(Set.of(), ValidationGenes.draw(List.of(), 0.5, 1));
  }

  @Test
  void theSameSeedDrawsTheSameWhateverTheGenesOrderAndAnotherSeedOthers() {
    List<GenePlan> genes = apart(100);
    Set<GenePlan> first = ValidationGenes.draw(genes, 0.2, 1);
    List<GenePlan> other = new ArrayList<>(genes);
    Collections.shuffle(other, new Random(9));
    assertEquals(first, ValidationGenes.draw(other, 0.2, 1));
    assertNotEquals(first, ValidationGenes.draw(genes, 0.2, 2));
  }

  @Test
  void genesThatOverlapOnlyThroughOthersStayTogether() {
    List<GenePlan> genes = new ArrayList<>(apart(8));
    GenePlan first = gene("first", "chr2", 0, 100);
    GenePlan last = gene("last", "chr2", 150, 300);
    genes.addAll(List.of(last, gene("between", "chr2", 90, 160), first));
    int together = 0;
    for (long seed = 0; seed < 50; seed++) {
      Set<GenePlan> drawn = ValidationGenes.draw(genes, 0.5, seed);
      assertEquals(drawn.contains(first), drawn.contains(last), "seed " + seed);
      together += drawn.contains(first) ? 1 : 0;
    }
    assertTrue(together > 0 && together < 50, "drawn " + together + " times");
  }

  @Test
  void aGeneBehindAShorterOneInsideALongOneStaysWithTheLongOne() {
    GenePlan longest = gene("long", "chr2", 0, 1000);
    GenePlan behind = gene("behind", "chr2", 500, 600);
    List<GenePlan> genes = new ArrayList<>(apart(6));
    genes.addAll(List.of(longest, gene("inside", "chr2", 10, 20), behind));
    for (long seed = 0; seed < 50; seed++) {
      Set<GenePlan> drawn = ValidationGenes.draw(genes, 0.5, seed);
      assertEquals(drawn.contains(longest), drawn.contains(behind), "seed " + seed);
    }
  }

  @Test
  void genesThatTouchOrAreOnOtherContigsMayBeParted() {
    List<GenePlan> genes =
        List.of(gene("a", "chr1", 0, 10), gene("b", "chr1", 10, 20), gene("c", "chr2", 0, 20));
    assertEquals(1, ValidationGenes.draw(genes, 0.34, 1).size());
    assertEquals(2, ValidationGenes.draw(genes, 0.67, 1).size());
  }
}
