package org.splicespark.io.hdf5;

import java.util.Arrays;

/** A dataset whose sizes are known, before it has an address. */
sealed interface PlannedDataset permits ByteDataset, StringDataset {

  /** Its name in the root group. */
  String name();

  /** Number of elements along each axis. */
  long[] shape();

  /** Bytes of an element in the raw data. */
  int elementSize();

  /** Body of its datatype message (specification IV.A.2.d), a multiple of 8 bytes. */
  byte[] datatype();

  /** Body of its fill value message (specification IV.A.2.f), a multiple of 8 bytes. */
  byte[] fillValue();

  /** Bytes that follow the raw data and belong to it, a multiple of 8. */
  long heapSize();

  /** Bytes of its raw data. */
  default long rawSize() {
    return Arrays.stream(shape()).reduce(elementSize(), Math::multiplyExact);
  }

  /** Bytes that it takes up in the file: raw data, what fills them up to a multiple of 8, heap. */
  default long storedSize() {
    return Math.addExact(Padding.padded(rawSize()), heapSize());
  }
}
