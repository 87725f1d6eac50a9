package org.splicespark.io.vcf;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * One contig of a tabix index: the binning index and the linear index (tabix specification).
 * Records come in the order of the file.
 */
final class ContigBins implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Bases per window of the linear index, as a power of two. */
  private static final int WINDOW_BITS = 14;

  /** A bin beyond all real ones, where readers find the contig's extent and number of records. */
  private static final int COUNTS_BIN = 37450;

  private static final int COUNTS_SIZE = 8 + 4 * Long.BYTES;
  private static final long UNSET = -1;

  private final Map<Integer, Stretches> bins = new TreeMap<>();

  /** Of the linear index, from the first window that a record overlaps to the last. */
  private long[] windows = {};

  /** A part in the middle of a contig keeps nothing of the windows before it. */
  private int firstWindow;

  private long records;
  private long from = UNSET;
  private long to;

  /** What a task sends is trimmed: room for windows to come is of no use any more. */
  private void writeObject(ObjectOutputStream out) throws IOException {
    windows = Arrays.copyOf(windows, Math.max(0, usedWindows() - firstWindow));
    out.defaultWriteObject();
  }

  void add(int start, int end, long recordFrom, long recordTo) {
    bins.computeIfAbsent(bin(start, end), b -> new Stretches()).add(recordFrom, recordTo);
    for (int window = start >> WINDOW_BITS; window <= (end - 1) >> WINDOW_BITS; window++) {
      setWindow(window, recordFrom);
    }
    extend(1, recordFrom, recordTo);
  }

  void add(ContigBins next, long shift) {
    next.bins.forEach(
        (bin, stretches) -> bins.computeIfAbsent(bin, b -> new Stretches()).add(stretches, shift));
    for (int i = 0; i < next.windows.length; i++) {
      if (next.windows[i] != UNSET) {
        setWindow(next.firstWindow + i, next.windows[i] + shift);
      }
    }
    extend(next.records, next.from + shift, next.to + shift);
  }

  private void setWindow(int window, long offset) {
    if (windows.length == 0) {
      firstWindow = window;
    }
    if (window < firstWindow) {
      grow(firstWindow - window, windows.length);
      firstWindow = window;
    }
    int i = window - firstWindow;
    if (i >= windows.length) {
      grow(0, Math.max(i + 1, windows.length + windows.length / 2));
    }
    if (windows[i] == UNSET) {
      windows[i] = offset;
    }
  }

  /**
   * @param before windows to add in front
   * @param size of those there are and those behind them
   */
  private void grow(int before, int size) {
    long[] grown = new long[before + size];
    Arrays.fill(grown, UNSET);
    System.arraycopy(windows, 0, grown, before, windows.length);
    windows = grown;
  }

  private void extend(long count, long first, long last) {
    records += count;
    from = from == UNSET ? first : from;
    to = last;
  }

  /** The smallest bin that holds all of the span (SAM specification, section 5.3). */
  private static int bin(int start, int end) {
    int last = end - 1;
    int firstOfLevel = 4681;
    for (int bits = WINDOW_BITS; bits < 29; bits += 3) {
      if (start >> bits == last >> bits) {
        return firstOfLevel + (start >> bits);
      }
      firstOfLevel >>= 3;
    }
    return 0;
  }

  /** Windows up to the last that is set, those before the first one included. */
  private int usedWindows() {
    int used = windows.length;
    while (used > 0 && windows[used - 1] == UNSET) {
      used--;
    }
    return used == 0 ? 0 : firstWindow + used;
  }

  int size() {
    int stretches = bins.values().stream().mapToInt(s -> 2 * Integer.BYTES + s.size()).sum();
    return 2 * Integer.BYTES + stretches + COUNTS_SIZE + usedWindows() * Long.BYTES;
  }

  void writeTo(ByteBuffer out) {
    out.putInt(bins.size() + 1);
    bins.forEach(
        (bin, stretches) -> {
          out.putInt(bin);
          stretches.writeTo(out);
        });
    out.putInt(COUNTS_BIN).putInt(2).putLong(from).putLong(to).putLong(records).putLong(0);
    out.putInt(usedWindows());
    // A window that no record overlaps repeats the one before: queries may start there safely.
    long offset = 0;
    for (int window = 0; window < usedWindows(); window++) {
      int i = window - firstWindow;
      offset = i < 0 || windows[i] == UNSET ? offset : windows[i];
      out.putLong(offset);
    }
  }
}
