package org.splicespark.io.bigwig;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Statistics of each so many bases: a summary of the file for a view from afar. Made of those of a
 * finer level while they pass; hands its own on to a coarser one.
 */
final class ZoomLevel implements Closeable {
  private static final int RECORD = 32;
  private static final int RECORDS = 512;

  /** The longest block there is, in bytes. */
  static final int LONGEST = RECORD * RECORDS;

  /** A block that is written. */
  private record Entry(Range range, int bytes) {}

  private final int reduction;
  private final List<Integer> lengths;
  private final OutputStream out;
  private final ZoomLevel coarser;
  private final Zlib zlib = new Zlib();
  private final ByteBuffer block = ByteBuffer.allocate(LONGEST).order(ByteOrder.LITTLE_ENDIAN);
  private final List<Entry> entries = new ArrayList<>();
  private Range blockRange;
  private int contig;
  private int start = -1;
  private Statistics open = Statistics.NONE;
  private int records;
  private long bytes;

  /**
   * @param reduction bases of a record
   * @param lengths of the contigs, by number
   * @param out where the blocks go
   * @param coarser null for the last level
   */
  ZoomLevel(int reduction, List<Integer> lengths, OutputStream out, ZoomLevel coarser) {
    this.reduction = reduction;
    this.lengths = lengths;
    this.out = new BufferedOutputStream(out);
    this.coarser = coarser;
  }

  /**
   * Adds what is known of some bases, which do not go beyond one of this level's records.
   *
   * @param from the first of them
   */
  void add(int number, int from, Statistics some) throws IOException {
    if (some.count() == 0) {
      return;
    }
    int begin = from / reduction * reduction;
    if (begin != start || number != contig) {
      endRecord();
      if (number != contig) {
        endBlock();
      }
      contig = number;
      start = begin;
    }
    open = open.plus(some);
  }

  private void endRecord() throws IOException {
    if (open.count() == 0) {
      return;
    }
    int end = (int) Math.min(lengths.get(contig), (long) start + reduction);
    block.putInt(contig).putInt(start).putInt(end).putInt((int) open.count());
    block.putFloat(open.min()).putFloat(open.max());
    block.putFloat((float) open.sum()).putFloat((float) open.squares());
    Range range = new Range(contig, start, contig, end);
    blockRange = blockRange == null ? range : blockRange.to(range);
    records++;
    if (coarser != null) {
      coarser.add(contig, start, open);
    }
    open = Statistics.NONE;
    if (!block.hasRemaining()) {
      endBlock();
    }
  }

  private void endBlock() throws IOException {
    if (block.position() == 0) {
      return;
    }
    byte[] whole = new byte[block.position()];
    block.flip().get(whole);
    byte[] compressed = zlib.compressed(whole);
    out.write(compressed);
    entries.add(new Entry(blockRange, compressed.length));
    bytes += compressed.length;
    block.clear();
    blockRange = null;
  }

  /** Writes what is left of this level, and then of the coarser ones. */
  @Override
  public void close() throws IOException {
    try (zlib;
        out;
        coarser) {
      endRecord();
      endBlock();
    }
  }

  int reduction() {
    return reduction;
  }

  /** Records that were written. */
  int records() {
    return records;
  }

  /** Length of all blocks. */
  long bytes() {
    return bytes;
  }

  RangeTree tree() {
    return new RangeTree(entries.size());
  }

  void forEach(RangeTree.Each each) throws IOException {
    for (Entry entry : entries) {
      each.accept(entry.range(), entry.bytes());
    }
  }
}
