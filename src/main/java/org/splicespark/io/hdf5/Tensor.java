package org.splicespark.io.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.DataType;
import java.io.IOException;
import java.util.Arrays;
import org.splicespark.error.InputException;

/**
 * One X or Y of a file.
 *
 * @param place file and dataset, for messages
 * @param count number of windows
 * @param width bytes of a window
 * @param data its windows
 */
record Tensor(String place, int count, int width, WindowData data) {
  private static final int FIXED_POINT = 0;
  private static final int BIT_FIELD = 4;
  private static final int ENUMERATION = 8;

  /**
   * Takes a dataset of shape {@code [n, rows, columns]}, or {@code [1, n, rows, columns]}.
   *
   * @throws InputException if it has another shape, other elements than bytes, or not all its data
   */
  static Tensor of(OpenFile file, Dataset dataset, int rows, int columns) {
    String place = file.path() + ": dataset " + dataset.getName();
    long[] shape = dataset.getDimensionsAsLong();
    int axis = shape.length - 3;
    checkShape(place, shape, rows, columns);
    checkElements(place, dataset.getDataType());
    int count = Math.toIntExact(shape[axis]);
    int width = rows * columns;
    if (dataset instanceof ContiguousDataset contiguous) {
      long address = contiguous.getDataAddress() + file.hdf().getUserBlockSize();
      checkStored(place, file, contiguous, address + (long) count * width);
      return new Tensor(place, count, width, new ContiguousWindows(file.channel(), address, width));
    }
    return new Tensor(place, count, width, new SlicedWindows((DatasetBase) dataset, axis));
  }

  private static void checkShape(String place, long[] shape, int rows, int columns) {
    int axis = shape.length - 3;
    boolean right = axis == 0 || axis == 1 && shape[0] == 1;
    if (!right
        || shape[axis] > Integer.MAX_VALUE
        || shape[axis + 1] != rows
        || shape[axis + 2] != columns) {
      throw new InputException(
          String.format(
              "%s has the shape %s, not [n, %d, %d]",
              place, Arrays.toString(shape), rows, columns));
    }
  }

  /** Signed and unsigned bytes are alike to us, and h5py keeps booleans as enumerations of them. */
  private static void checkElements(String place, DataType type) {
    int kind = type.getDataClass();
    if (type.getSize() != 1 || kind != FIXED_POINT && kind != BIT_FIELD && kind != ENUMERATION) {
      throw new InputException(
          String.format(
              "%s has elements of %d bytes and HDF5 class %d; it has to be int8",
              place, type.getSize(), kind));
    }
  }

  private static void checkStored(
      String place, OpenFile file, ContiguousDataset dataset, long end) {
    if (dataset.getSize() == 0) {
      return;
    }
    if (dataset.isEmpty()) {
      throw new InputException(place + " was never written");
    }
    if (end > file.length()) {
      throw new InputException(
          String.format(
              "%s ends at byte %d and the file at %d: truncated; copy it again",
              place, end, file.length()));
    }
  }

  /** Reads windows; a message for whatever stops it. */
  byte[] read(int first, int windows) {
    try {
      return data.read(first, windows);
    } catch (IOException | RuntimeException e) {
      throw new InputException(
          String.format("%s: cannot read window %d: %s", place, first, e.getMessage()), e);
    }
  }
}
