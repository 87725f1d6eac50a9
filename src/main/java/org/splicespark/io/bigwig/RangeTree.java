package org.splicespark.io.bigwig;

import htsjdk.tribble.util.LittleEndianOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The index by which readers find blocks: an R tree of one dimension, the root first, then level by
 * level, the leaves last. The blocks are read twice, so that only one range for each 256 of them is
 * held.
 *
 * @param count of the blocks
 */
record RangeTree(long count) {
  private static final int MAGIC = 0x2468ACE0;
  private static final int HEADER = 48;
  private static final int SLOTS = 256;
  private static final int NODE_HEADER = 4;
  private static final int INNER_SLOT = 24;
  private static final int LEAF_SLOT = 32;
  private static final int INNER = NODE_HEADER + SLOTS * INNER_SLOT;
  private static final int LEAF = NODE_HEADER + SLOTS * LEAF_SLOT;

  /** What is done with a block of the file. */
  @FunctionalInterface
  interface Each {
    void accept(Range range, long bytes) throws IOException;
  }

  /** Reads all blocks in order, as often as it is told. */
  @FunctionalInterface
  interface Source {
    void forEach(Each each) throws IOException;
  }

  /** Length of the index in bytes. */
  long size() {
    long leaves = Math.max(1, (count + SLOTS - 1) / SLOTS);
    long size = HEADER + leaves * LEAF;
    for (long nodes = leaves; nodes > 1; ) {
      nodes = (nodes + SLOTS - 1) / SLOTS;
      size += nodes * INNER;
    }
    return size;
  }

  /**
   * Writes the index.
   *
   * @param here address of the index in the file, where the blocks end
   * @param first address of the first block; the others follow it
   */
  void writeTo(LittleEndianOutputStream out, long here, long first, Source blocks)
      throws IOException {
    List<List<Range>> levels = levels(blocks);
    List<Range> top = levels.get(0);
    Range all = top.isEmpty() ? new Range(0, 0, 0, 0) : top.get(0).to(top.get(top.size() - 1));
    header(out, all, here);
    long address = here + HEADER;
    for (int i = 0; i + 1 < levels.size(); i++) {
      int nodes = levels.get(i).size();
      address += (long) nodes * INNER;
      boolean aboveLeaves = i + 2 == levels.size();
      inner(out, levels.get(i + 1), address, aboveLeaves ? LEAF : INNER);
    }
    new Leaves(out, first).write(blocks);
  }

  /** The range of each node; the root's level first. */
  private List<List<Range>> levels(Source blocks) throws IOException {
    List<Range> leaves = new ArrayList<>();
    long[] seen = {0};
    blocks.forEach(
        (range, bytes) -> {
          if (seen[0]++ % SLOTS == 0) {
            leaves.add(range);
          } else {
            leaves.set(leaves.size() - 1, leaves.get(leaves.size() - 1).to(range));
          }
        });
    List<List<Range>> levels = new ArrayList<>();
    levels.add(leaves);
    for (List<Range> below = leaves; below.size() > 1; below = levels.get(0)) {
      List<Range> level = new ArrayList<>();
      for (int i = 0; i < below.size(); i += SLOTS) {
        level.add(below.get(i).to(below.get(Math.min(i + SLOTS, below.size()) - 1)));
      }
      levels.add(0, level);
    }
    return levels;
  }

  private void header(LittleEndianOutputStream out, Range all, long end) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(SLOTS);
    out.writeLong(count);
    all.writeTo(out);
    out.writeLong(end);
    out.writeInt(1);
    out.writeInt(0);
  }

  /** The nodes whose children have these ranges. */
  private static void inner(
      LittleEndianOutputStream out, List<Range> children, long first, int size) throws IOException {
    for (int from = 0; from < children.size(); from += SLOTS) {
      int to = Math.min(from + SLOTS, children.size());
      nodeHeader(out, false, to - from);
      for (int i = from; i < to; i++) {
        children.get(i).writeTo(out);
        out.writeLong(first + (long) i * size);
      }
      out.write(new byte[(SLOTS - (to - from)) * INNER_SLOT]);
    }
  }

  private static void nodeHeader(LittleEndianOutputStream out, boolean leaf, int count)
      throws IOException {
    out.writeByte(leaf ? 1 : 0);
    out.writeByte(0);
    out.writeShort(count);
  }

  /** Writes the leaves while the blocks pass. */
  private final class Leaves {
    private final LittleEndianOutputStream out;
    private long address;
    private long written;

    Leaves(LittleEndianOutputStream out, long first) {
      this.out = out;
      this.address = first;
    }

    void write(Source blocks) throws IOException {
      blocks.forEach(this::slot);
      if (count == 0) {
        nodeHeader(out, true, 0);
      }
      long inLast = count == 0 ? 0 : (count - 1) % SLOTS + 1;
      out.write(new byte[(int) (SLOTS - inLast) * LEAF_SLOT]);
    }

    private void slot(Range range, long bytes) throws IOException {
      if (written % SLOTS == 0) {
        nodeHeader(out, true, (int) Math.min(SLOTS, count - written));
      }
      range.writeTo(out);
      out.writeLong(address);
      out.writeLong(bytes);
      address += bytes;
      written++;
    }
  }
}
