package org.splicespark.io.hdf5;

/** A tensor of signed bytes (H5T_STD_I8LE), row by row in one run. */
record ByteDataset(String name, long[] shape) implements PlannedDataset {
  private static final byte[] INT8 = {0x10, 8, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0};

  /** Version 2, allocated late, written if set, the default of zero. */
  private static final byte[] ZERO = {2, 2, 2, 1, 0, 0, 0, 0};

  @Override
  public int elementSize() {
    return 1;
  }

  @Override
  public byte[] datatype() {
    return INT8;
  }

  @Override
  public byte[] fillValue() {
    return ZERO;
  }

  @Override
  public long heapSize() {
    return 0;
  }
}
