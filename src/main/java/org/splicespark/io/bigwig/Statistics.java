package org.splicespark.io.bigwig;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is known of some bases.
 *
 * @param count bases that have a value
 * @param min the least value; 0 without any
 * @param max the largest
 */
record Statistics(long count, float min, float max, double sum, double squares) {
  static final Statistics NONE = new Statistics(0, 0, 0, 0, 0);

  /** Of the values that are numbers. */
  static Statistics of(float[] values, int from, int to) {
    Statistics all = NONE;
    for (int i = from; i < to; i++) {
      if (!Float.isNaN(values[i])) {
        float value = values[i];
        all = all.plus(new Statistics(1, value, value, value, (double) value * value));
      }
    }
    return all;
  }

  /** Of both; sums are added in this order. */
  Statistics plus(Statistics next) {
    if (count == 0 || next.count == 0) {
      return count == 0 ? next : this;
    }
    return new Statistics(
        count + next.count,
        Math.min(min, next.min),
        Math.max(max, next.max),
        sum + next.sum,
        squares + next.squares);
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeShort((int) count);
    if (count > 0) {
      out.writeFloat(min);
      out.writeFloat(max);
      out.writeDouble(sum);
      out.writeDouble(squares);
    }
  }

  /** What {@link #writeTo} wrote of at most 32,767 bases. */
  static Statistics read(DataInput in) throws IOException {
    int count = in.readShort();
    return count == 0
        ? NONE
        : new Statistics(count, in.readFloat(), in.readFloat(), in.readDouble(), in.readDouble());
  }
}
