package org.splicespark.testing;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;

/** Genes for tests. Exons are given as start, end, start, end (0-based, half-open). */
public final class Genes {
  private Genes() {}

  /** A coding gene of one transcript. */
  public static Gene gene(String symbol, String contig, Strand strand, int... exons) {
    return gene(symbol, "protein_coding", strand, isoform(symbol + ".1", contig, exons));
  }

  /** A gene that is as long as its isoforms together. */
  public static Gene gene(String symbol, String biotype, Strand strand, Transcript... isoforms) {
    List<Transcript> all = List.of(isoforms);
    int start = all.stream().mapToInt(t -> t.span().start()).min().orElseThrow();
    int end = all.stream().mapToInt(t -> t.span().end()).max().orElseThrow();
    Interval span = new Interval(all.get(0).span().contig(), start, end);
    return new Gene(symbol, symbol, biotype, span, strand, all);
  }

  public static Transcript isoform(String id, String contig, int... exons) {
    return tagged(id, "", contig, exons);
  }

  /**
   * @param tag what the annotation calls it; empty for nothing
   */
  public static Transcript tagged(String id, String tag, String contig, int... exons) {
    List<Interval> places =
        IntStream.range(0, exons.length / 2)
            .mapToObj(i -> new Interval(contig, exons[2 * i], exons[2 * i + 1]))
            .toList();
    return Transcript.ofExons(id, places, tag.isEmpty() ? Set.of() : Set.of(tag));
  }
}
