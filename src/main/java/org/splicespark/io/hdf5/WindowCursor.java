package org.splicespark.io.hdf5;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.splicespark.error.InputException;

/** Goes through the windows of a tensor, and holds one slice of it. */
final class WindowCursor {
  private final Tensor tensor;
  private final UnaryOperator<byte[]> decoder;
  private byte[] slice = {};
  private int first;
  private int next;

  /**
   * @param decoder from a window's rows to its codes; an IllegalArgumentException says which row is
   *     bad
   */
  WindowCursor(Tensor tensor, UnaryOperator<byte[]> decoder) {
    this.tensor = tensor;
    this.decoder = decoder;
  }

  boolean hasNext() {
    return next < tensor.count();
  }

  /** The next window's codes, while there is one. */
  byte[] next() {
    int width = tensor.width();
    if ((long) (next - first) * width == slice.length) {
      first = next;
      slice = tensor.read(first, Math.min(tensor.data().stride(), tensor.count() - first));
    }
    int offset = (next - first) * width;
    byte[] rows = Arrays.copyOfRange(slice, offset, offset + width);
    try {
      return decoder.apply(rows);
    } catch (IllegalArgumentException e) {
      throw new InputException(tensor.place() + ", window " + next + ": " + e.getMessage(), e);
    } finally {
      next++;
    }
  }
}
