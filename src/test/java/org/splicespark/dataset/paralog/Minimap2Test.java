package org.splicespark.dataset.paralog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.genome.DnaSequence;
import org.splicespark.testing.RelatedGenes;

/** minimap2 and this package remove the same genes, and measure them alike. */
@Tag("golden")
class Minimap2Test {
  private static final int FAMILIES = 60;
  private static final double[] IDENTITIES = {0.70, 0.74, 0.84, 0.88, 0.92, 0.97};
  private static final double[] COVERAGES = {0.3, 0.42, 0.58, 0.8, 1};

  @TempDir Path folder;
  private final Random random = new Random(5);
  private final RelatedGenes genes = new RelatedGenes(5);
  private final Map<String, String> heldOut = new LinkedHashMap<>();
  private final Map<String, String> train = new LinkedHashMap<>();

  private void families() {
    String repeat = genes.unrelated(300);
    for (int i = 0; i < FAMILIES; i++) {
      int length = 1500 + random.nextInt(12_000);
      String gene = withRepeats(repeat, length);
      int part = (int) (length * COVERAGES[random.nextInt(COVERAGES.length)]);
      int from = random.nextInt(length - part + 1);
      double identity = IDENTITIES[random.nextInt(IDENTITIES.length)];
      String copy =
          genes.copy(gene.substring(from, from + part), identity, random.nextDouble() / 2).bases();
      String other = withRepeats(repeat, 3000) + copy + withRepeats(repeat, 2000);
      byte[] strand = DnaSequence.reverseComplement(RelatedGenes.bytes(other));
      heldOut.put("h" + i, gene);
      train.put("t" + i, random.nextBoolean() ? other : new String(strand));
    }
  }

  private String withRepeats(String repeat, int length) {
    StringBuilder bases = new StringBuilder();
    while (bases.length() < length) {
      bases.append(genes.unrelated(2200)).append(genes.copy(repeat, 0.88, 0.2).bases());
    }
    return bases.substring(0, length);
  }

  private List<ParalogMatch> ours() {
    return heldOut.entrySet().stream()
        .flatMap(
            gene -> {
              var search =
                  new ParalogSearch(
                      gene.getKey(),
                      RelatedGenes.bytes(gene.getValue()),
                      ParalogParameters.DEFAULTS);
              return train.entrySet().stream()
                  .flatMap(
                      other ->
                          search
                              .match(other.getKey(), RelatedGenes.bytes(other.getValue()))
                              .stream());
            })
        .toList();
  }

  private static Set<String> genes(List<ParalogMatch> matches) {
    Set<String> genes = new TreeSet<>();
    matches.forEach(match -> genes.add(match.gene()));
    return genes;
  }

  @Test
  void theSameGenesAreRemovedWithTheSameIdentityAndCoverage() throws Exception {
    assumeTrue(Minimap2.isInstalled(), "minimap2 is not installed");
    families();
    List<ParalogMatch> theirs =
        new Minimap2(folder)
            .hits(heldOut, train).stream()
                .filter(hit -> hit.identity() >= 0.8 && hit.coverage() >= 0.5)
                .toList();
    List<ParalogMatch> ours = ours();
    assertEquals(genes(theirs), genes(ours));
    assertTrue(ours.size() > FAMILIES / 4 && ours.size() < FAMILIES, "some of each");
    for (ParalogMatch hit : theirs) {
      ParalogMatch same =
          ours.stream().filter(match -> match.gene().equals(hit.gene())).findFirst().orElseThrow();
      assertEquals(hit.match(), same.match());
      assertEquals(hit.identity(), same.identity(), 0.01);
      assertEquals(hit.coverage(), same.coverage(), 0.05);
    }
  }
}
