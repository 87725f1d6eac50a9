package org.splicespark.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.testing.Genes;

/** Which tile answers for which base. */
class TilingTest {
  private static final Set<Strand> BOTH = EnumSet.allOf(Strand.class);

  private static Map<String, Integer> lengths() {
    Map<String, Integer> lengths = new LinkedHashMap<>();
    lengths.put("chr2", 12_345);
    lengths.put("tiny", 1);
    lengths.put("chr10", 4000);
    return lengths;
  }

  private static List<Gene> genes(Random random) {
    List<Gene> genes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int start = random.nextInt(11_000);
      int end = start + 1 + random.nextInt(12_345 - start - 1);
      genes.add(Genes.gene("G" + i, "chr2", Strand.values()[i % 2], start, end));
    }
    return genes;
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 3000, 4000, 50_000})
  void everyBaseOfEveryRegionIsAnsweredForByExactlyOneTile(int size) {
    List<Gene> genes = genes(new Random(size));
    requireOnce(Tiling.ofContigs(lengths(), BOTH, size), 2 * (12_345 + 1 + 4000));
    long bases = genes.stream().mapToLong(gene -> gene.span().length()).sum();
    requireOnce(Tiling.ofGenes(lengths(), genes, BOTH, 40, size), bases);
  }

  private static void requireOnce(Tiling tiling, long expected) {
    Map<String, Integer> next = new HashMap<>();
    List<Interval> cores = new ArrayList<>();
    long bases = 0;
    for (int i = 0; i < tiling.count(); i++) {
      TileOfGenome tile = tiling.tile(i);
      cores.add(tile.core());
      assertTrue(!tile.regions().isEmpty(), "an empty tile");
      for (Region region : tile.regions()) {
        Interval share = tile.share(region);
        String key = region.toString();
        assertEquals(next.getOrDefault(key, region.span().start()), share.start(), key);
        assertTrue(tile.core().contains(share));
        next.put(key, share.end());
      }
      bases += tile.bases();
    }
    assertEquals(expected, bases);
    assertEquals(expected, tiling.bases());
    requireSorted(cores);
  }

  private static void requireSorted(List<Interval> cores) {
    List<String> contigs = List.copyOf(lengths().keySet());
    for (int i = 1; i < cores.size(); i++) {
      Interval before = cores.get(i - 1);
      Interval after = cores.get(i);
      int order = contigs.indexOf(after.contig()) - contigs.indexOf(before.contig());
      assertTrue(order > 0 || (order == 0 && after.start() >= before.end()), before + " " + after);
    }
  }

  @Test
  void aGeneIsReadWithItsFlankAndNotBeyondItsContig() {
    List<Gene> genes = List.of(Genes.gene("A", "chr10", Strand.MINUS, 100, 3500));
    Region near = Tiling.ofGenes(lengths(), genes, BOTH, 50, 1000).tile(0).regions().get(0);
    assertEquals(new Interval("chr10", 50, 3550), near.readable());
    Region wide = Tiling.ofGenes(lengths(), genes, BOTH, 5000, 1000).tile(0).regions().get(0);
    assertEquals(new Interval("chr10", 0, 4000), wide.readable());
    assertEquals(new Interval("chr10", 100, 3500), wide.span());
  }

  @Test
  void genesOnAStrandThatIsNotWantedAreLeftOut() {
    List<Gene> genes = genes(new Random(1));
    Tiling plus = Tiling.ofGenes(lengths(), genes, EnumSet.of(Strand.PLUS), 0, 50_000);
    assertEquals(20, plus.tile(0).regions().size());
    plus.tile(0).regions().forEach(region -> assertEquals(Strand.PLUS, region.strand()));
  }

  @Test
  void aTileThatIsNoMultipleOfTheGridIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Tiling.ofContigs(lengths(), BOTH, 1500));
  }
}
