package org.splicespark.io.hdf5;

import java.util.List;

/**
 * A list of UTF-8 strings of variable length. The raw data only say where in the global heap each
 * string is; the heap follows them.
 *
 * @param lengths bytes of each string
 * @param heap the collections that hold the strings, in their order
 */
record StringDataset(String name, int[] lengths, List<HeapCollection> heap)
    implements PlannedDataset {
  /** Bytes of a string's place in the heap: length, collection's address, index. */
  static final int REFERENCE = Integer.BYTES + Long.BYTES + Integer.BYTES;

  /** Variable-length string, null-terminated in memory, UTF-8, of unsigned bytes. */
  private static final byte[] TEXT = {
    0x19, 1, 1, 0, REFERENCE, 0, 0, 0, 0x10, 0, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0
  };

  /** Version 2, allocated late, written at allocation: the library insists for strings. */
  private static final byte[] EMPTY = {2, 2, 0, 1, 0, 0, 0, 0};

  StringDataset(String name, int[] lengths) {
    this(name, lengths, HeapCollection.plan(lengths));
  }

  @Override
  public long[] shape() {
    return new long[] {lengths.length};
  }

  @Override
  public int elementSize() {
    return REFERENCE;
  }

  @Override
  public byte[] datatype() {
    return TEXT;
  }

  @Override
  public byte[] fillValue() {
    return EMPTY;
  }

  @Override
  public long heapSize() {
    return heap.stream().mapToLong(HeapCollection::size).reduce(0, Math::addExact);
  }
}
