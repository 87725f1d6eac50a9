package org.splicespark.train;

import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;

/**
 * A histogram on its way: for each bin that is not empty, how many empty ones are before it and its
 * count, both as LEB128 (seven bits a byte, the least first, the eighth bit set if more follow).
 */
record SparseCounts(byte[] sites, byte[] others) implements Serializable {

  static byte[] packed(long[] counts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int empty = 0;
    for (long count : counts) {
      if (count == 0) {
        empty++;
      } else {
        write(bytes, empty);
        write(bytes, count);
        empty = 0;
      }
    }
    return bytes.toByteArray();
  }

  private static long[] unpacked(byte[] packed) {
    long[] counts = new long[ScoreHistogram.BINS];
    ByteBuffer bytes = ByteBuffer.wrap(packed);
    int bin = -1;
    while (bytes.hasRemaining()) {
      bin += 1 + (int) read(bytes);
      counts[bin] = read(bytes);
    }
    return counts;
  }

  private static void write(ByteArrayOutputStream bytes, long value) {
    long left = value;
    while (left >= 0x80) {
      bytes.write((int) (left & 0x7F | 0x80));
      left >>>= 7;
    }
    bytes.write((int) left);
  }

  private static long read(ByteBuffer bytes) {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes.get();
      value |= (next & 0x7FL) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  private Object readResolve() {
    return new ScoreHistogram(unpacked(sites), unpacked(others));
  }
}
