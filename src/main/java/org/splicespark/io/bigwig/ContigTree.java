package org.splicespark.io.bigwig;

import htsjdk.tribble.util.LittleEndianOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The contigs of a bigWig, as a B+ tree over their names: sorted by bytes, numbered as they come.
 */
final class ContigTree {
  private static final int MAGIC = 0x78CA8C91;
  private static final int MOST_SLOTS = 256;
  private static final int HEADER = 32;
  private static final int NODE_HEADER = 4;

  /** Number and length behind a name; in inner nodes the address of the child. */
  private static final int VALUE = 8;

  private record Contig(byte[] name, int number, int length) {}

  private final List<Contig> contigs = new ArrayList<>();
  private final int slots;
  private final int key;

  /**
   * @param lengths in the order of their numbers
   */
  ContigTree(Map<String, Integer> lengths) {
    lengths.forEach(
        (name, length) ->
            contigs.add(new Contig(name.getBytes(StandardCharsets.UTF_8), contigs.size(), length)));
    contigs.sort((one, other) -> Arrays.compareUnsigned(one.name(), other.name()));
    slots = Math.max(1, Math.min(MOST_SLOTS, contigs.size()));
    key = contigs.stream().mapToInt(contig -> contig.name().length).max().orElse(1);
  }

  /**
   * @param here address of the tree in the file
   */
  byte[] bytes(long here) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LittleEndianOutputStream out = new LittleEndianOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeInt(slots);
    out.writeInt(key);
    out.writeInt(VALUE);
    out.writeLong(contigs.size());
    out.writeLong(0);
    int levels = 1;
    for (long nodes = nodes(1); nodes > 1; nodes = nodes(levels)) {
      levels++;
    }
    long address = here + HEADER;
    for (int level = levels; level >= 1; level--) {
      address += nodes(level) * nodeSize();
      write(out, level, address);
    }
    return bytes.toByteArray();
  }

  /** Contigs under a slot of a level; the leaves are the first. */
  private long reach(int level) {
    long reach = 1;
    for (int i = 1; i < level; i++) {
      reach *= slots;
    }
    return reach;
  }

  private long nodes(int level) {
    long under = reach(level + 1);
    return Math.max(1, (contigs.size() + under - 1) / under);
  }

  private int nodeSize() {
    return NODE_HEADER + slots * (key + VALUE);
  }

  private void write(LittleEndianOutputStream out, int level, long children) throws IOException {
    long reach = reach(level);
    long child = children;
    for (long node = 0; node < nodes(level); node++) {
      long first = node * reach * slots;
      int used = (int) Math.min(slots, (contigs.size() - first + reach - 1) / reach);
      out.writeByte(level == 1 ? 1 : 0);
      out.writeByte(0);
      out.writeShort(used);
      for (int i = 0; i < used; i++) {
        slot(out, contigs.get((int) (first + i * reach)), level, child);
        child += nodeSize();
      }
      out.write(new byte[(slots - used) * (key + VALUE)]);
    }
  }

  private void slot(LittleEndianOutputStream out, Contig contig, int level, long child)
      throws IOException {
    out.write(Arrays.copyOf(contig.name(), key));
    if (level == 1) {
      out.writeInt(contig.number());
      out.writeInt(contig.length());
    } else {
      out.writeLong(child);
    }
  }
}
