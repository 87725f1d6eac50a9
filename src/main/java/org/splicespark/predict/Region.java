package org.splicespark.predict;

import java.io.Serializable;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;

/**
 * One strand of a contig, or of a gene, that sites are looked for in.
 *
 * @param span bases that are asked about
 * @param readable bases that the network may see, the span included; all others are N to it
 * @param name of the gene as rows carry it; empty for a contig
 * @param id the annotation's identifier of the gene; empty for a contig
 */
public record Region(Interval span, Interval readable, Strand strand, String name, String id)
    implements Serializable {

  public Region {
    if (!readable.contains(span)) {
      throw new IllegalArgumentException(span + " is not in " + readable);
    }
  }

  /** One strand of a whole contig. */
  static Region ofContig(String contig, int length, Strand strand) {
    Interval all = new Interval(contig, 0, length);
    return new Region(all, all, strand, "", "");
  }

  /**
   * A gene's own strand.
   *
   * @param length of its contig, in bases
   * @param flank real bases that are read on either side of the gene
   */
  static Region ofGene(Gene gene, int length, int flank) {
    Interval span = gene.span();
    int start = Math.max(0, span.start() - flank);
    int end = (int) Math.min(length, (long) span.end() + flank);
    Interval readable = new Interval(span.contig(), start, end);
    return new Region(span, readable, gene.strand(), gene.symbol(), gene.id());
  }

  public boolean isGene() {
    return !id.isEmpty();
  }
}
