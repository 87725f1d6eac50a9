package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.splicespark.dataset.paralog.ParalogMatch;
import org.splicespark.dataset.paralog.ParalogParameters;
import org.splicespark.dataset.paralog.ParalogSearch;
import org.splicespark.genome.Strand;
import org.splicespark.testing.GeneFamilies;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.RelatedGenes;
import org.splicespark.testing.SharedSpark;

/** The job finds what comparing every held-out gene with every training gene would. */
@Tag("spark")
class ParalogJobTest {
  private final GeneFamilies families = new GeneFamilies(11);

  private List<ParalogMatch> run(int partitions) {
    MemoryGenome genome = families.genome;
    return new ParalogJob(
            SharedSpark.context(), () -> genome, ParalogParameters.DEFAULTS, partitions)
        .run(families.heldOut, families.train);
  }

  private static List<String> pairs(List<ParalogMatch> matches) {
    return matches.stream().map(match -> match.gene() + "-" + match.match()).toList();
  }

  private void family() {
    String one = families.heldOut("h1", 30_000, Strand.PLUS);
    String two = families.heldOut("h2", 9_000, Strand.MINUS);
    families.heldOut("h3", 40_000, Strand.PLUS);
    String four = families.heldOut("h4", 1_500, Strand.PLUS);
    String five = families.heldOut("h5", 20_000, Strand.MINUS);
    families.train("t1", one, 0.85, 2_000, Strand.MINUS);
    families.train("t2", one, 0.95, 2_000, Strand.PLUS);
    families.train("t3", two.substring(0, 6_500), 0.88, 8_000, Strand.PLUS);
    families.train("t4", "", 1, 30_000, Strand.PLUS);
    families.train("t5", four, 0.9, 50_000, Strand.MINUS);
    families.train("t6", five.substring(0, 7_000), 0.95, 5_000, Strand.PLUS);
    families.train("t7", five, 0.7, 0, Strand.PLUS);
  }

  @Test
  void heldOutGenesComeInTheirOrderWithTheirBestMatchWhateverThePartitions() {
    family();
    List<ParalogMatch> one = run(1);
    assertEquals(List.of("h1-t2", "h2-t3", "h4-t5"), pairs(one));
    assertEquals(one, run(3));
    assertEquals(one, run(8));
    assertEquals(one, run(0));
    assertEquals(one, everyPair());
  }

  private List<ParalogMatch> everyPair() {
    List<ParalogMatch> found = new ArrayList<>();
    for (var gene : families.heldOut) {
      var search =
          new ParalogSearch(
              gene.name(), RelatedGenes.bytes(families.bases(gene)), ParalogParameters.DEFAULTS);
      families.train.stream()
          .flatMap(t -> search.match(t.name(), RelatedGenes.bytes(families.bases(t))).stream())
          .min(ParalogMatch.BEST_FIRST)
          .ifPresent(found::add);
    }
    return found;
  }

  @Test
  void ofEqualMatchesTheFirstByNameIsKept() {
    String bases = families.heldOut("h", 5_000, Strand.PLUS);
    families.train("tb", bases, 1, 0, Strand.PLUS);
    families.train("ta", bases, 1, 0, Strand.MINUS);
    assertEquals(List.of(new ParalogMatch("h", "ta", 1, 1)), run(2));
  }

  @Test
  void aLongGeneNearTheThresholdsIsFoundByItsSample() {
    String bases = families.heldOut("h", 150_000, Strand.PLUS);
    families.train("t", bases.substring(40_000, 130_000), 0.83, 60_000, Strand.MINUS);
    families.train("none", "", 1, 90_000, Strand.PLUS);
    ParalogMatch match = run(2).get(0);
    assertEquals("t", match.match());
    assertEquals(0.6, match.coverage(), 0.01);
  }

  @Test
  void withoutGenesThereIsNothingToFind() {
    families.heldOut("h", 2_000, Strand.PLUS);
    assertTrue(run(1).isEmpty());
    families.train.addAll(families.heldOut);
    families.heldOut.clear();
    assertTrue(run(1).isEmpty());
  }

  @Test
  void aWordOfTooManyGenesFindsNoCandidate() {
    ParalogParameters.Seeding seeding = new ParalogParameters.Seeding(15, 10, 2, 1024, 2, 3);
    List<SeedSite> held = List.of(new SeedSite(0, 10, false));
    List<SeedSite> two = List.of(new SeedSite(1, 5, true), new SeedSite(2, 6, false));
    var pairs = new ArrayList<>();
    WordTask.pairs(held, two, seeding).forEachRemaining(pairs::add);
    assertEquals(2, pairs.size());
    List<SeedSite> three = new ArrayList<>(two);
    three.add(new SeedSite(3, 7, false));
    assertTrue(!WordTask.pairs(held, three, seeding).hasNext());
    List<SeedSite> repeated = List.of(two.get(0), two.get(0), two.get(0));
    assertTrue(!WordTask.pairs(held, repeated, seeding).hasNext());
  }
}
