package org.splicespark.io.hdf5;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** Writes strings into the collections planned for them (specification III.E). */
final class HeapOutput {
  private static final byte[] COLLECTION = "GCOL".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZEROS = new byte[8];

  private final OutputStream out;
  private final Iterator<HeapCollection> collections;
  private HeapCollection collection = new HeapCollection(0, 0, 0);
  private int next;

  HeapOutput(OutputStream out, StringDataset strings) {
    this.out = out;
    this.collections = strings.heap().iterator();
  }

  /**
   * Writes where each string will be.
   *
   * @param address of the first collection, in bytes from the file's beginning
   */
  static void references(OutputStream out, StringDataset strings, long address) throws IOException {
    long place = address;
    for (HeapCollection collection : strings.heap()) {
      for (int i = collection.first(); i < collection.end(); i++) {
        ByteBuffer reference = record(StringDataset.REFERENCE);
        reference.putInt(strings.lengths()[i]).putLong(place).putInt(i - collection.first() + 1);
        out.write(reference.array());
      }
      place += collection.size();
    }
  }

  /** Writes the next string, whose length is the one that was planned. */
  void write(byte[] utf8) throws IOException {
    if (next == collection.end()) {
      collection = collections.next();
      long size = collection.size();
      out.write(record(HeapCollection.HEADER).put(COLLECTION).putInt(1).putLong(size).array());
    }
    object(next - collection.first() + 1, 1, utf8.length);
    out.write(utf8);
    out.write(ZEROS, 0, Padding.missing(utf8.length));
    next++;
    if (next == collection.end()) {
      free(collection.free());
    }
  }

  private void object(int index, int references, long size) throws IOException {
    ByteBuffer header = record(HeapCollection.HEADER);
    header.putShort((short) index).putShort((short) references).putInt(0).putLong(size);
    out.write(header.array());
  }

  /** Free space is an object of index 0 that counts its header; too little for one has none. */
  private void free(int size) throws IOException {
    if (size >= HeapCollection.HEADER) {
      object(0, 0, size);
      out.write(new byte[size - HeapCollection.HEADER]);
    } else {
      out.write(ZEROS, 0, size);
    }
  }

  private static ByteBuffer record(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
