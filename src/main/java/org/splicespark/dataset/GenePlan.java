package org.splicespark.dataset;

import java.io.Serializable;
import java.util.List;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;

/**
 * A gene as it will be written: which bases to read, and where its splice sites are. All
 * coordinates are 0-based, half-open and on the forward strand.
 *
 * @param name as the annotation calls the gene
 * @param span the bases that are labelled
 * @param intronStarts first base of each intron, ascending
 * @param intronEnds first base after each intron, ascending
 * @param paired whether the n-th start and the n-th end are one intron; else both are unions over
 *     isoforms
 */
public record GenePlan(
    String name,
    Interval span,
    Strand strand,
    List<Integer> intronStarts,
    List<Integer> intronEnds,
    boolean paired)
    implements Serializable {

  public GenePlan {
    intronStarts = List.copyOf(intronStarts);
    intronEnds = List.copyOf(intronEnds);
    if (paired && intronStarts.size() != intronEnds.size()) {
      throw new IllegalArgumentException("gene " + name + " has half an intron");
    }
  }

  public String contig() {
    return span.contig();
  }

  /** Chunks that the gene gives. */
  public int chunks() {
    return (span.length() + Chunk.LABELLED - 1) / Chunk.LABELLED;
  }
}
