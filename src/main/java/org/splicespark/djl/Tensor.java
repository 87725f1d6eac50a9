package org.splicespark.djl;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A tensor of a checkpoint: a strided view on a storage that other tensors may share. It takes no
 * memory of its own until it is read, so that a small file cannot ask for much.
 */
final class Tensor {
  private final ElementType type;
  private final ByteBuffer storage;
  private final int offset;
  private final long[] shape;
  private final long[] strides;
  private final int count;

  /**
   * @param storage the elements, in the byte order of the file
   * @param offset of the first element, in elements
   * @throws MalformedCheckpoint if the view leaves the storage, or repeats so much of it that it
   *     has more elements than the storage
   */
  Tensor(ElementType type, ByteBuffer storage, long offset, long[] shape, long[] strides) {
    long held = storage.remaining() / type.bytes();
    this.count = count(shape, strides, held);
    if (offset < 0 || offset > held || count > 0 && last(offset, shape, strides) >= held) {
      throw new MalformedCheckpoint("has a tensor that leaves its storage");
    }
    this.type = type;
    this.storage = storage;
    this.offset = (int) offset;
    this.shape = shape.clone();
    this.strides = strides.clone();
  }

  private static int count(long[] shape, long[] strides, long held) {
    if (shape.length != strides.length || shape.length > 16) {
      throw new MalformedCheckpoint("has a tensor whose shape and strides do not fit");
    }
    long count = 1;
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] < 0 || strides[i] < 0 || shape[i] > Integer.MAX_VALUE) {
        throw new MalformedCheckpoint("has a tensor of impossible shape " + Arrays.toString(shape));
      }
      count = Math.min(count * shape[i], Integer.MAX_VALUE);
    }
    if (count > held) {
      throw new MalformedCheckpoint("has a tensor larger than its storage");
    }
    return (int) count;
  }

  private static long last(long offset, long[] shape, long[] strides) {
    try {
      long last = offset;
      for (int i = 0; i < shape.length; i++) {
        last = Math.addExact(last, Math.multiplyExact(shape[i] - 1, strides[i]));
      }
      return last;
    } catch (ArithmeticException e) {
      throw new MalformedCheckpoint("has a tensor that leaves its storage");
    }
  }

  long[] shape() {
    return shape.clone();
  }

  boolean hasShape(long... expected) {
    return Arrays.equals(shape, expected);
  }

  /** The elements, row-major, rounded to float where they are wider. */
  float[] floats() {
    float[] values = new float[count];
    int[] next = {0};
    visit(0, offset, index -> values[next[0]++] = (float) type.real(storage, index));
    return values;
  }

  /**
   * The elements, row-major.
   *
   * @throws MalformedCheckpoint if they are not whole numbers by type
   */
  long[] longs() {
    long[] values = new long[count];
    int[] next = {0};
    visit(0, offset, index -> values[next[0]++] = type.whole(storage, index));
    return values;
  }

  private void visit(int dimension, int from, IntConsumer element) {
    if (count == 0) {
      return;
    }
    if (dimension == shape.length) {
      element.accept(from);
      return;
    }
    for (int i = 0; i < shape[dimension]; i++) {
      visit(dimension + 1, from + i * (int) strides[dimension], element);
    }
  }
}
