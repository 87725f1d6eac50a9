package org.splicespark.predict;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;

/**
 * Cuts contigs at multiples of one length, so that every base is in the core of exactly one tile:
 * no row is written twice, and rows of tiles that follow one another are sorted. Tiles in which
 * nothing is asked are left out. What a base is told does not depend on where the cuts are, since
 * each tile is read with half a flank around its core.
 *
 * <p>A few bytes per tile, whatever the genome's length.
 */
public final class Tiling implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Tiles begin at multiples of this: rows of tracks that are cut there are never cut elsewhere.
   */
  public static final int GRID = 1000;

  private record Contig(String name, int length, List<Region> regions) implements Serializable {}

  private final int tile;
  private final List<Contig> contigs = new ArrayList<>();
  private final int[] contigOf;
  private final int[] startOf;

  private Tiling(int tile, Map<String, Integer> lengths, Collection<Region> regions) {
    if (tile < GRID || tile % GRID != 0) {
      throw new IllegalArgumentException("a tile is a multiple of " + GRID + " bases, not " + tile);
    }
    this.tile = tile;
    Map<String, List<Region>> byContig = new LinkedHashMap<>();
    lengths.keySet().forEach(name -> byContig.put(name, new ArrayList<>()));
    regions.forEach(region -> byContig.get(region.span().contig()).add(region));
    byContig.forEach(
        (name, some) -> {
          some.sort(Comparator.comparingInt(region -> region.span().start()));
          contigs.add(new Contig(name, lengths.get(name), List.copyOf(some)));
        });
    List<BitSet> asked = contigs.stream().map(this::asked).toList();
    int count = asked.stream().mapToInt(BitSet::cardinality).sum();
    this.contigOf = new int[count];
    this.startOf = new int[count];
    fill(asked);
  }

  private BitSet asked(Contig contig) {
    BitSet asked = new BitSet();
    for (Region region : contig.regions()) {
      if (region.span().length() > 0) {
        asked.set(region.span().start() / tile, (region.span().end() - 1) / tile + 1);
      }
    }
    return asked;
  }

  private void fill(List<BitSet> asked) {
    int number = 0;
    for (int contig = 0; contig < asked.size(); contig++) {
      BitSet tiles = asked.get(contig);
      for (int i = tiles.nextSetBit(0); i >= 0; i = tiles.nextSetBit(i + 1)) {
        contigOf[number] = contig;
        startOf[number++] = i * tile;
      }
    }
  }

  /**
   * Whole contigs.
   *
   * @param lengths of the contigs, in the order of the output
   */
  public static Tiling ofContigs(Map<String, Integer> lengths, Set<Strand> strands, int tile) {
    List<Region> regions = new ArrayList<>();
    lengths.forEach(
        (name, length) ->
            strands.forEach(strand -> regions.add(Region.ofContig(name, length, strand))));
    return new Tiling(tile, lengths, regions);
  }

  /**
   * The bodies of genes, each on its own strand. Bases that two genes share are asked about for
   * each of them.
   *
   * @param genes on these contigs
   * @param strands genes on other strands are left out
   * @param flank real bases that are read on either side of a gene; all beyond is N
   */
  public static Tiling ofGenes(
      Map<String, Integer> lengths, List<Gene> genes, Set<Strand> strands, int flank, int tile) {
    List<Region> regions =
        genes.stream()
            .filter(gene -> strands.contains(gene.strand()))
            .map(gene -> Region.ofGene(gene, lengths.get(gene.contig()), flank))
            .toList();
    return new Tiling(tile, lengths, regions);
  }

  /** How many tiles there are. */
  public int count() {
    return startOf.length;
  }

  /** A tile by its place in the order of the output, from 0. */
  public TileOfGenome tile(int number) {
    Contig contig = contigs.get(contigOf[number]);
    int start = startOf[number];
    int end = (int) Math.min(contig.length(), (long) start + tile);
    Interval core = new Interval(contig.name(), start, end);
    List<Region> reaching =
        contig.regions().stream().filter(region -> region.span().overlaps(core)).toList();
    return new TileOfGenome(core, reaching);
  }

  /** Bases from one cut to the next. */
  public int length() {
    return tile;
  }

  /** Contigs and regions as text, a line each: two tilings that say the same are of the same. */
  public Stream<String> lines() {
    return contigs.stream()
        .flatMap(
            contig ->
                Stream.concat(
                    Stream.of(contig.name() + " " + contig.length()),
                    contig.regions().stream().map(Region::toString)));
  }

  /** Bases that are asked about, each strand for itself. */
  public long bases() {
    return contigs.stream()
        .flatMap(contig -> contig.regions().stream())
        .mapToLong(region -> region.span().length())
        .sum();
  }
}
