package org.splicespark.io.bigwig;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes one part of a bigWig: its compressed blocks, and beside them what joining must know of
 * each. Parts begin and end at multiples of 1,000 bases or at a contig's end, so that blocks do not
 * depend on how the genome was dealt out. For one thread.
 */
public final class BigWigWriter implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final OutputStream blocks;
  private final DataOutputStream notes;
  private final Zlib zlib = new Zlib();
  private final float[] open = new float[Block.GRID];
  private int contig;
  private int offset = -1;
  private long values;
  private long count;
  private long bytes;
  private boolean closed;

  /**
   * @param blocks where the blocks go
   * @param notes where that which is known of them goes; {@link #close} closes both
   */
  public BigWigWriter(OutputStream blocks, OutputStream notes) throws IOException {
    this.blocks = new BufferedOutputStream(blocks, BUFFER);
    this.notes = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(notes)));
  }

  /**
   * Adds values; stretches come in ascending order and do not overlap.
   *
   * @param number of the contig, ascending too
   * @param start of the first value, 0-based
   * @param stretch a value for each base, NaN for none
   */
  public void write(int number, int start, float[] stretch) throws IOException {
    int i = 0;
    while (i < stretch.length) {
      int grid = (start + i) / Block.GRID * Block.GRID;
      if (grid != offset || number != contig) {
        flush();
        contig = number;
        offset = grid;
        Arrays.fill(open, Float.NaN);
      }
      int here = start + i - grid;
      int some = Math.min(stretch.length - i, Block.GRID - here);
      System.arraycopy(stretch, i, open, here, some);
      i += some;
    }
  }

  private void flush() throws IOException {
    int from = 0;
    int to = Block.GRID;
    while (from < to && Float.isNaN(open[from])) {
      from++;
    }
    while (to > from && Float.isNaN(open[to - 1])) {
      to--;
    }
    if (offset < 0 || from == to) {
      return;
    }
    byte[] block = zlib.compressed(Section.bytes(contig, offset, open, from, to));
    blocks.write(block);
    List<Statistics> cells = cells();
    new Block(contig, offset + from, offset + to, block.length, cells).writeTo(notes);
    values += cells.stream().mapToLong(Statistics::count).sum();
    bytes += block.length;
    count++;
  }

  private List<Statistics> cells() {
    List<Statistics> cells = new ArrayList<>();
    for (int i = 0; i < Block.GRID; i += Block.CELL) {
      cells.add(Statistics.of(open, i, i + Block.CELL));
    }
    return cells;
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (zlib;
        blocks;
        notes) {
      flush();
    }
  }

  /**
   * What was written.
   *
   * @throws IllegalStateException before {@link #close}: some bytes are not written yet
   */
  public BigWigSummary summary() {
    if (!closed) {
      throw new IllegalStateException("the part is not closed");
    }
    return new BigWigSummary(values, count, bytes);
  }
}
