package org.splicespark.io.vcf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Where to cut a BGZF file: virtual file offsets, ascending. */
final class BgzfCuts {

  /** One block and the whole header of the next always fit in twice the largest block. */
  private static final int WINDOW = 2 * BgzfBlocks.MAX_TEXT + 1024;

  private record Block(long address, int textLength) {}

  private BgzfCuts() {}

  /** Cuts that share out the text evenly, within blocks too; reads through the whole file. */
  static List<Long> evenByText(ByteSource source, long start, int parts) throws IOException {
    List<Block> blocks = blocks(source, VcfSplit.blockAddress(start));
    int before = VcfSplit.offsetInBlock(start);
    long size = blocks.stream().mapToLong(Block::textLength).sum() - before;
    List<Long> cuts = new ArrayList<>();
    long passed = 0;
    int i = 1;
    for (Block block : blocks) {
      long target = before + SplitPlanner.share(size, i, parts);
      while (i < parts && target < passed + block.textLength()) {
        cuts.add(VcfSplit.virtualOffset(block.address(), (int) (target - passed)));
        target = before + SplitPlanner.share(size, ++i, parts);
      }
      passed += block.textLength();
    }
    return cuts;
  }

  private static List<Block> blocks(ByteSource source, long address) throws IOException {
    List<Block> blocks = new ArrayList<>();
    try (var file = new BgzfBlocks(source, address)) {
      while (file.skip()) {
        blocks.add(new Block(file.address(), file.textLength()));
      }
    }
    return blocks;
  }

  /**
   * Cuts at the first block after each of evenly spaced bytes of the file; reads near those only.
   */
  static List<Long> evenByBlocks(ByteSource source, long start, int parts, BlockSearch search)
      throws IOException {
    long first = VcfSplit.blockAddress(start);
    long size = source.length() - first;
    List<Long> guesses = new ArrayList<>();
    for (int i = 1; i < parts; i++) {
      guesses.add(first + SplitPlanner.share(size, i, parts));
    }
    return search.firstBlocks(source, guesses).stream()
        .map(block -> VcfSplit.virtualOffset(block, 0))
        .toList();
  }

  /** The first block at or after each of some addresses. */
  static List<Long> firstBlocks(ByteSource source, Iterable<Long> addresses) throws IOException {
    List<Long> found = new ArrayList<>();
    try (ByteInput in = source.open()) {
      for (long address : addresses) {
        in.seek(address);
        found.add(firstBlock(source, in.readNBytes(WINDOW), address));
      }
    }
    return found;
  }

  /**
   * The file's end if no block begins after {@code address}. Bytes that look like a header are one
   * only if the block they announce is followed by another, or by the end of the file.
   */
  private static long firstBlock(ByteSource source, byte[] window, long address)
      throws IOException {
    for (int i = 0; i < window.length; i++) {
      GzipHeader header = GzipHeader.at(window, i, window.length);
      if (header != null && header.isBgzf()) {
        int next = i + header.blockSize();
        GzipHeader chained = GzipHeader.at(window, next, window.length);
        boolean last = address + next == source.length();
        if (last || (chained != null && chained.isBgzf())) {
          return address + i;
        }
      }
    }
    if (address + window.length == source.length()) {
      return source.length();
    }
    throw Damage.notBgzf(source, address);
  }
}
