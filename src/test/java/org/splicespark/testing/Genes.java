package org.splicespark.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;

/** Genes for tests. */
public final class Genes {
  private Genes() {}

  /**
   * A gene of one transcript; the exons are given as start, end, start, end (0-based, half-open).
   */
  public static Gene gene(String symbol, String contig, Strand strand, int... exons) {
    List<Interval> intervals = new ArrayList<>();
    for (int i = 0; i < exons.length; i += 2) {
      intervals.add(new Interval(contig, exons[i], exons[i + 1]));
    }
    Transcript transcript = Transcript.ofExons(symbol + ".1", intervals, Set.of());
    return new Gene(
        symbol, symbol, "protein_coding", transcript.span(), strand, List.of(transcript));
  }
}
