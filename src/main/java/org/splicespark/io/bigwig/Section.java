package org.splicespark.io.bigwig;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The values of one piece of the grid, as a block of a bigWig holds them: without places where
 * every base from the first to the last has one (fixedStep), else each with its place (varStep).
 */
final class Section {
  private static final int HEADER = 24;
  private static final byte VARIABLE_STEP = 2;
  private static final byte FIXED_STEP = 3;

  /** The longest section there is, in bytes: what a reader must have room for. */
  static final int LONGEST = HEADER + Block.GRID * (Integer.BYTES + Float.BYTES);

  private Section() {}

  /**
   * @param contig its number
   * @param offset of the first value on the contig, 0-based
   * @param values of which those from {@code from} to {@code to} are meant; the first and the last
   *     are no NaN
   */
  static byte[] bytes(int contig, int offset, float[] values, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += Float.isNaN(values[i]) ? 0 : 1;
    }
    boolean fixed = count == to - from;
    int size = HEADER + count * (fixed ? Float.BYTES : Integer.BYTES + Float.BYTES);
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(contig).putInt(offset + from).putInt(offset + to);
    out.putInt(fixed ? 1 : 0).putInt(1);
    out.put(fixed ? FIXED_STEP : VARIABLE_STEP).put((byte) 0).putShort((short) count);
    for (int i = from; i < to; i++) {
      if (!Float.isNaN(values[i])) {
        if (!fixed) {
          out.putInt(offset + i);
        }
        out.putFloat(values[i]);
      }
    }
    return out.array();
  }
}
