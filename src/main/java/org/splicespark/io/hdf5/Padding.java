package org.splicespark.io.hdf5;

/** The format keeps its structures at multiples of 8 bytes. */
final class Padding {
  private static final int UNIT = 8;

  private Padding() {}

  /** The next multiple of 8. */
  static long padded(long size) {
    return Math.addExact(size, missing(size));
  }

  /** The next multiple of 8. */
  static int padded(int size) {
    return Math.addExact(size, missing(size));
  }

  /** Bytes up to the next multiple of 8: 0 to 7. */
  static int missing(long size) {
    return (int) Math.floorMod(-size, (long) UNIT);
  }
}
