package org.splicespark.io.bigwig;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the joining must know of a compressed block of values. Blocks lie on a grid, so that they do
 * not depend on who wrote them.
 *
 * @param contig its number
 * @param start of the first base that has a value, 0-based
 * @param end after the last
 * @param bytes compressed
 * @param cells statistics of the {@link #CELLS} stretches of {@link #CELL} bases on the grid
 */
record Block(int contig, int start, int end, int bytes, List<Statistics> cells) {
  /** Bases from one block to the next. */
  static final int GRID = 1000;

  /** Bases of the finest summary. */
  static final int CELL = 100;

  static final int CELLS = GRID / CELL;

  Block {
    cells = List.copyOf(cells);
  }

  /** Where the block's piece of the grid begins. */
  int gridStart() {
    return start / GRID * GRID;
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeInt(contig);
    out.writeInt(start);
    out.writeShort(end - start);
    out.writeInt(bytes);
    for (Statistics cell : cells) {
      cell.writeTo(out);
    }
  }

  static Block read(DataInput in) throws IOException {
    int contig = in.readInt();
    int start = in.readInt();
    int end = start + in.readShort();
    int bytes = in.readInt();
    List<Statistics> cells = new ArrayList<>(CELLS);
    for (int i = 0; i < CELLS; i++) {
      cells.add(Statistics.read(in));
    }
    return new Block(contig, start, end, bytes, cells);
  }
}
