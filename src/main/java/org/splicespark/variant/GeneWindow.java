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
    int first = query.firstOutput();
    return stretch(query.gene(), first, first + query.referenceOutputs());
  }

  /**
   * A stretch of a gene's contig with its context, on the gene's strand.
   *
   * @param start first output, 0-based, forward
   * @param end after the last output
   */
  byte[] stretch(TargetGene gene, int start, int end) {
    return coding(gene, visible(gene, start - half, end + half));
  }

  /** A query's ALT as the network is to see it, and {@code extra} reference bases behind REF. */
  byte[] inserted(Query query, int extra) {
    Allele allele = query.allele();
    int afterRef = allele.start() + allele.refLength();
    byte[] alt = visibleAlt(query);
    byte[] more = visible(query.gene(), afterRef, afterRef + extra);
    return coding(query.gene(), joined(alt, more));
  }

  /** The alternate of a query: its outputs and their context. */
  byte[] alternate(Query query) {
    Allele allele = query.allele();
    int afterRef = allele.start() + allele.refLength();
    byte[] left = visible(query.gene(), query.firstOutput() - half, allele.start());
    byte[] right = visible(query.gene(), afterRef, afterRef + query.outputsAfter() + half);
    return coding(query.gene(), joined(joined(left, visibleAlt(query)), right));
  }

  private static byte[] joined(byte[] left, byte[] right) {
    byte[] joined = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, joined, left.length, right.length);
    return joined;
  }

  /**
   * ALT's bases; one that takes the place of a base outside the gene stays hidden, unless the query
   * wants all.
   */
  private static byte[] visibleAlt(Query query) {
    Allele allele = query.allele();
    byte[] alt = allele.alt().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    int replacing = query.wholeAlt() ? 0 : Math.min(alt.length, allele.refLength());
    for (int i = 0; i < replacing; i++) {
      if (!query.gene().span().contains(allele.start() + i)) {
        alt[i] = 'N';
      }
    }
    return alt;
  }

  private byte[] visible(TargetGene gene, int start, int end) {
    Interval span = gene.span();
    byte[] bases = genome.basesPadded(span.contig(), start, end);
    int before = Math.min(bases.length, Math.max(0, span.start() - start));
    int after = Math.max(0, Math.min(bases.length, span.end() - start));
    Arrays.fill(bases, 0, before, (byte) 'N');
    Arrays.fill(bases, after, bases.length, (byte) 'N');
    return bases;
  }

  private static byte[] coding(TargetGene gene, byte[] forward) {
    return gene.strand() == Strand.MINUS ? DnaSequence.reverseComplement(forward) : forward;
  }
}
