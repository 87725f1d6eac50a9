package org.splicespark.io.vcf;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Stretches of a BGZF file, ascending, as pairs of virtual offsets; neighbours are joined. */
final class Stretches implements Serializable {
  private static final long serialVersionUID = 1L;

  private long[] ends = new long[2];
  private int used;

  private void writeObject(ObjectOutputStream out) throws IOException {
    ends = Arrays.copyOf(ends, Math.max(2, used));
    out.defaultWriteObject();
  }

  void add(long from, long to) {
    // Two stretches that meet in one block cost one read of it, so they may as well be one.
    if (used > 0 && VcfSplit.blockAddress(ends[used - 1]) >= VcfSplit.blockAddress(from)) {
      ends[used - 1] = to;
      return;
    }
    if (used == ends.length) {
      ends = Arrays.copyOf(ends, 2 * used);
    }
    ends[used++] = from;
    ends[used++] = to;
  }

  void add(Stretches next, long shift) {
    for (int i = 0; i < next.used; i += 2) {
      add(next.ends[i] + shift, next.ends[i + 1] + shift);
    }
  }

  /** Bytes that {@link #writeTo} writes, less the count. */
  int size() {
    return used * Long.BYTES;
  }

  /** Writes the number of stretches and then each of them. */
  void writeTo(ByteBuffer out) {
    out.putInt(used / 2);
    for (int i = 0; i < used; i++) {
      out.putLong(ends[i]);
    }
  }
}
