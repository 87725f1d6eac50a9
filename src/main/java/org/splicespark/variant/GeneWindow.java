package org.splicespark.variant;

import java.util.Arrays;
import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;

/** Sequences as the network reads them: hidden outside the gene, on the strand of the gene. */
final class GeneWindow {
  private final Genome genome;
  private final int half;

  /**
   * @param flank bases of context of the network, both sides together
   */
  GeneWindow(Genome genome, int flank) {
    this.genome = genome;
    this.half = flank / 2;
  }

  /** The reference of a query: its outputs and their context. */
  byte[] reference(Query query) {
    int first = query.firstOutput() - half;
    return coding(query, visible(query, first, first + query.referenceOutputs() + 2 * half));
  }

  /** The alternate of a query: its outputs and their context. */
  byte[] alternate(Query query) {
    Allele allele = query.allele();
    int afterRef = allele.start() + allele.refLength();
    byte[] left = visible(query, query.firstOutput() - half, allele.start());
    byte[] right = visible(query, afterRef, afterRef + query.outputsAfter() + half);
    byte[] alt = visibleAlt(query);
    byte[] whole = Arrays.copyOf(left, left.length + alt.length + right.length);
    System.arraycopy(alt, 0, whole, left.length, alt.length);
    System.arraycopy(right, 0, whole, left.length + alt.length, right.length);
    return coding(query, whole);
  }

  /** ALT's bases; one that takes the place of a base outside the gene stays hidden. */
  private static byte[] visibleAlt(Query query) {
    Allele allele = query.allele();
    byte[] alt = allele.alt().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    for (int i = 0; i < Math.min(alt.length, allele.refLength()); i++) {
      if (!query.gene().span().contains(allele.start() + i)) {
        alt[i] = 'N';
      }
    }
    return alt;
  }

  private byte[] visible(Query query, int start, int end) {
    Interval span = query.gene().span();
    byte[] bases = genome.basesPadded(span.contig(), start, end);
    int before = Math.min(bases.length, Math.max(0, span.start() - start));
    int after = Math.max(0, Math.min(bases.length, span.end() - start));
    Arrays.fill(bases, 0, before, (byte) 'N');
    Arrays.fill(bases, after, bases.length, (byte) 'N');
    return bases;
  }

  private static byte[] coding(Query query, byte[] forward) {
    return query.gene().strand() == Strand.MINUS ? DnaSequence.reverseComplement(forward) : forward;
  }
}
