package org.splicespark.io.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The beginning of a file: the superblock (specification II.A, version 0) and the root group with
 * its object header, B-tree (III.A.1), local heap (III.D) and symbol nodes (III.B). The tree has a
 * single level: its width is written in the superblock and chosen for the number of names.
 */
final class RootGroup {
  private static final int SUPERBLOCK = 96;
  private static final int HEADER = 40;
  private static final int TREE_PREFIX = 24;
  private static final int HEAP_PREFIX = 32;
  private static final int NODE_PREFIX = 8;
  private static final int SYMBOL = 40;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
  private static final long NOWHERE = PlacedDataset.NOWHERE;

  /** The K of symbol nodes: each has room for twice as many names. */
  private static final int NODE_K = 16;

  private static final int PER_NODE = 2 * NODE_K;
  private static final int SMALLEST_TREE_K = 16;

  /** An end of the local heap's list of free space. */
  private static final long NO_FREE_SPACE = 1;

  private final List<byte[]> names;
  private final int nodes;
  private final int treeK;

  /**
   * @param names of the datasets, ascending by their bytes
   */
  RootGroup(List<byte[]> names) {
    this.names = names;
    this.nodes = (names.size() + PER_NODE - 1) / PER_NODE;
    this.treeK = Math.max(SMALLEST_TREE_K, (nodes + 1) / 2);
    if (treeK > Short.MAX_VALUE) {
      throw new IllegalArgumentException(names.size() + " datasets in a file");
    }
  }

  private int tree() {
    return SUPERBLOCK + HEADER;
  }

  private int heap() {
    return tree() + TREE_PREFIX + Long.BYTES * (4 * treeK + 1);
  }

  private int firstNode() {
    return heap() + HEAP_PREFIX + heapSize();
  }

  private int node(int index) {
    return firstNode() + index * (NODE_PREFIX + PER_NODE * SYMBOL);
  }

  /** The empty name, then every name with a zero behind it, each filled up to 8 bytes. */
  private int heapSize() {
    return Long.BYTES + names.stream().mapToInt(RootGroup::heapSize).sum();
  }

  private static int heapSize(byte[] name) {
    return Padding.padded(name.length + 1);
  }

  /** Bytes of it all: the address behind it. */
  int size() {
    return node(nodes);
  }

  /**
   * @param headers addresses of the datasets' object headers, in the order of the names
   * @param length bytes of the whole file
   */
  byte[] bytes(long[] headers, long length) {
    ByteBuffer out = ByteBuffer.allocate(size()).order(ByteOrder.LITTLE_ENDIAN);
    superblock(out, length);
    objectHeader(out);
    int[] places = namePlaces();
    tree(out, places);
    heap(out);
    for (int node = 0; node < nodes; node++) {
      symbols(out.position(node(node)), node * PER_NODE, headers, places);
    }
    return out.array();
  }

  private int[] namePlaces() {
    int[] places = new int[names.size()];
    int place = Long.BYTES;
    for (int i = 0; i < places.length; i++) {
      places[i] = place;
      place += heapSize(names.get(i));
    }
    return places;
  }

  private void superblock(ByteBuffer out, long length) {
    out.put(SIGNATURE).put(new byte[5]).put((byte) Long.BYTES).put((byte) Long.BYTES).put((byte) 0);
    out.putShort((short) NODE_K).putShort((short) treeK).putInt(0);
    out.putLong(0).putLong(NOWHERE).putLong(length).putLong(NOWHERE);
    out.putLong(0).putLong(SUPERBLOCK).putInt(1).putInt(0).putLong(tree()).putLong(heap());
  }

  /** One message, the symbol table's. */
  private void objectHeader(ByteBuffer out) {
    out.put((byte) 1).put((byte) 0).putShort((short) 1).putInt(1).putInt(24).putInt(0);
    out.putShort((short) 0x11).putShort((short) 16).putInt(0).putLong(tree()).putLong(heap());
  }

  /** A key before each node, and one behind the last: the place of the last name up to there. */
  private void tree(ByteBuffer out, int[] places) {
    out.put("TREE".getBytes(StandardCharsets.US_ASCII)).putShort((short) 0);
    out.putShort((short) nodes).putLong(NOWHERE).putLong(NOWHERE).putLong(0);
    for (int node = 0; node < nodes; node++) {
      int last = Math.min((node + 1) * PER_NODE, places.length) - 1;
      out.putLong(node(node)).putLong(places[last]);
    }
  }

  private void heap(ByteBuffer out) {
    int data = heap() + HEAP_PREFIX;
    out.position(heap()).put("HEAP".getBytes(StandardCharsets.US_ASCII)).putInt(0);
    out.putLong(heapSize()).putLong(NO_FREE_SPACE).putLong(data).putLong(0);
    names.forEach(name -> out.put(Arrays.copyOf(name, heapSize(name))));
  }

  private void symbols(ByteBuffer out, int first, long[] headers, int[] places) {
    int end = Math.min(first + PER_NODE, places.length);
    out.put("SNOD".getBytes(StandardCharsets.US_ASCII)).putShort((short) 1);
    out.putShort((short) (end - first));
    for (int i = first; i < end; i++) {
      out.putLong(places[i]).putLong(headers[i]).put(new byte[SYMBOL - 2 * Long.BYTES]);
    }
  }
}
