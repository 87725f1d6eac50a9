package org.splicespark.io.hdf5;

import java.util.ArrayList;
import java.util.List;

/**
 * A collection of the global heap (specification III.E): some strings behind one another, each with
 * a header. A reader loads a collection as a whole, so they are kept small; a longer string has one
 * for itself.
 *
 * @param first index of the first string
 * @param end index after the last string
 * @param used bytes of the header and the strings, a multiple of 8
 */
record HeapCollection(int first, int end, long used) {
  /** Bytes of a collection's header, and of a string's. */
  static final int HEADER = 16;

  /** The library's smallest collection. */
  private static final int SMALLEST = 4096;

  private static final int TARGET = 1 << 16;

  /**
   * Collections for all strings in their order.
   *
   * @param lengths bytes of each string
   * @throws IllegalArgumentException if one is negative
   */
  static List<HeapCollection> plan(int[] lengths) {
    List<HeapCollection> collections = new ArrayList<>();
    int first = 0;
    while (first < lengths.length) {
      HeapCollection next = from(first, lengths);
      collections.add(next);
      first = next.end;
    }
    return collections;
  }

  private static HeapCollection from(int first, int[] lengths) {
    int end = first;
    long used = HEADER;
    do {
      used += objectSize(lengths[end++]);
    } while (end < lengths.length && used + objectSize(lengths[end]) <= TARGET);
    return new HeapCollection(first, end, used);
  }

  private static long objectSize(int length) {
    if (length < 0) {
      throw new IllegalArgumentException("a string of " + length + " bytes");
    }
    return HEADER + Padding.padded((long) length);
  }

  /** Bytes of the collection. */
  long size() {
    return Math.max(SMALLEST, used);
  }

  /** Bytes behind the last string. */
  int free() {
    return (int) (size() - used);
  }
}
