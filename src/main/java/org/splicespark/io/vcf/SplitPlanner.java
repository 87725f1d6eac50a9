package org.splicespark.io.vcf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Cuts the records of a file into splits of about equal size that cover every line exactly once
 * (see {@link VcfSplit}). Runs once, on the driver, but for the search of blocks.
 */
public final class SplitPlanner {

  /** BGZF files up to this size are read block by block, to be cut evenly and within blocks. */
  static final long EXACT_UP_TO = 64L << 20;

  /** The empty block that ends every complete BGZF file (SAM specification, section 4.1.2). */
  private static final byte[] END_BLOCK =
      htsjdk.samtools.util.BlockCompressedStreamConstants.EMPTY_GZIP_BLOCK;

  private SplitPlanner() {}

  /**
   * @param header the header of this same source
   * @param wantedParts how many splits to make; there may be fewer, and are none if the file has no
   *     records. GZIP is never cut.
   * @throws org.splicespark.error.InputException if a BGZF file lacks its end block or ends within
   *     a block: it is truncated
   */
  public static List<VcfSplit> plan(ByteSource source, VcfHeader header, int wantedParts)
      throws IOException {
    return plan(source, header, wantedParts, BlockSearch.HERE);
  }

  /**
   * The same.
   *
   * @param search finds blocks of a large BGZF file, one for each cut
   */
  public static List<VcfSplit> plan(
      ByteSource source, VcfHeader header, int wantedParts, BlockSearch search) throws IOException {
    return plan(source, header, wantedParts, EXACT_UP_TO, search);
  }

  static List<VcfSplit> plan(ByteSource source, VcfHeader header, int wantedParts, long exactUpTo)
      throws IOException {
    return plan(source, header, wantedParts, exactUpTo, BlockSearch.HERE);
  }

  private static List<VcfSplit> plan(
      ByteSource source, VcfHeader header, int wantedParts, long exactUpTo, BlockSearch search)
      throws IOException {
    if (wantedParts < 1) {
      throw new IllegalArgumentException("no number of parts: " + wantedParts);
    }
    if (header.compression() == Compression.BGZF) {
      requireEndBlock(source);
    }
    if (!header.hasRecords()) {
      return List.of();
    }
    return switch (header.compression()) {
      case GZIP -> List.of(new VcfSplit(header.end(), Long.MAX_VALUE));
      case PLAIN -> between(header.end(), source.length(), plainCuts(source, header, wantedParts));
      case BGZF -> {
        long last = VcfSplit.virtualOffset(source.length() - END_BLOCK.length, 0);
        boolean exact = source.length() <= exactUpTo;
        yield between(
            header.end(),
            last,
            exact
                ? BgzfCuts.evenByText(source, header.end(), wantedParts)
                : BgzfCuts.evenByBlocks(source, header.end(), wantedParts, search));
      }
    };
  }

  private static void requireEndBlock(ByteSource source) throws IOException {
    long length = source.length();
    long from = Math.max(0, length - END_BLOCK.length);
    try (ByteInput in = source.open()) {
      in.seek(from);
      if (!Arrays.equals(in.readNBytes(END_BLOCK.length), END_BLOCK)) {
        throw Damage.truncated(source, length);
      }
    }
  }

  private static List<Long> plainCuts(ByteSource source, VcfHeader header, int parts)
      throws IOException {
    List<Long> cuts = new ArrayList<>();
    long size = source.length() - header.end();
    for (int i = 1; i < parts; i++) {
      cuts.add(header.end() + share(size, i, parts));
    }
    return cuts;
  }

  /** {@code size * i / parts} without overflow. */
  static long share(long size, int i, int parts) {
    return size / parts * i + size % parts * i / parts;
  }

  private static List<VcfSplit> between(long start, long end, List<Long> cuts) {
    var inside = new TreeSet<>(cuts).subSet(start, false, end, false);
    List<VcfSplit> splits = new ArrayList<>();
    long from = start;
    for (long cut : inside) {
      splits.add(new VcfSplit(from, cut));
      from = cut;
    }
    splits.add(new VcfSplit(from, end));
    return splits;
  }
}
