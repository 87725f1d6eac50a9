package org.splicespark.genome;

import java.util.Map;

/**
 * A reference genome that bases can be read from. Not safe for threads unless an implementation
 * says so.
 */
public interface Genome extends AutoCloseable {

  /** Length of each contig in bases, in the reference's order. */
  Map<String, Integer> contigs();

  /**
   * The bases of an interval, forward strand, upper case ASCII, IUPAC codes as the reference has
   * them.
   *
   * @throws IllegalArgumentException if the interval leaves its contig or the contig is not there
   */
  byte[] bases(Interval interval);

  /** The bases of an interval that may leave its contig: {@code N} stands for what is not there. */
  default byte[] basesPadded(String contig, int start, int end) {
    int length = contigs().get(contig);
    byte[] padded = new byte[end - start];
    java.util.Arrays.fill(padded, (byte) 'N');
    int from = Math.max(start, 0);
    int to = Math.min(end, length);
    if (from < to) {
      System.arraycopy(bases(new Interval(contig, from, to)), 0, padded, from - start, to - from);
    }
    return padded;
  }

  @Override
  void close();
}
