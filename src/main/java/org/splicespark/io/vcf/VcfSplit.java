package org.splicespark.io.vcf;

import java.io.Serializable;

/**
 * A stretch of a VCF file that one task reads. A line belongs to the split that holds the newline
 * before it, so splits that follow each other share out the lines whole, each to one split,
 * wherever they were cut: no split has to know the byte before its own first.
 *
 * <p>Positions are 0-based and count in the file's own terms: bytes for PLAIN, virtual file offsets
 * for BGZF (SAM specification, section 4.1.1), bytes of uncompressed text for GZIP.
 *
 * @param start position of the first byte
 * @param end position after the last byte
 */
public record VcfSplit(long start, long end) implements Serializable {
  private static final int OFFSET_BITS = 16;

  public VcfSplit {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no split: " + start + " to " + end);
    }
  }

  public static long virtualOffset(long blockAddress, int offsetInBlock) {
    return (blockAddress << OFFSET_BITS) + offsetInBlock;
  }

  static long blockAddress(long virtualOffset) {
    return virtualOffset >>> OFFSET_BITS;
  }

  static int offsetInBlock(long virtualOffset) {
    return (int) (virtualOffset & ((1 << OFFSET_BITS) - 1));
  }
}
