package org.splicespark.djl;

import java.util.List;
import org.splicespark.model.Flank;
import org.splicespark.model.Flank.Unit;

/**
 * How far an alternate's strip reaches on each side of its inserted bases, before and after each
 * unit. Plain arithmetic on positions of the alternate.
 */
final class Strips {

  /** Positions left and right of the inserted bases. */
  record Extent(int left, int right) {
    Extent plus(int more) {
      return new Extent(left + more, right + more);
    }
  }

  private final List<Unit> units;
  private final Extent[] middle;
  private final Extent[] after;
  private final int inserted;
  private final Extent outputs;

  Strips(Flank flank, int inserted, int outputsBefore, int outputsAfter) {
    this.units = flank.units();
    this.inserted = inserted;
    this.outputs = new Extent(outputsBefore, outputsAfter);
    this.middle = new Extent[units.size()];
    this.after = new Extent[units.size()];
    int consumed = 0;
    for (int i = 0; i < units.size(); i++) {
      int reach = units.get(i).reach();
      middle[i] = changedAndWanted(consumed + reach, flank.half());
      consumed += 2 * reach;
      after[i] = changedAndWanted(consumed, flank.half());
    }
  }

  /** Changed within what was consumed, and wanted within what is still to go. */
  private Extent changedAndWanted(int consumed, int half) {
    int toGo = half - consumed;
    return new Extent(
        Math.min(consumed, outputs.left() + toGo), Math.min(consumed, outputs.right() + toGo));
  }

  int units() {
    return units.size();
  }

  /** What a convolution of unit {@code i} must be given to give {@code wanted}. */
  Extent input(int i, Extent wanted) {
    return wanted.plus(units.get(i).reach());
  }

  /** What the first half of unit {@code i} gives. */
  Extent middle(int i) {
    return middle[i];
  }

  /** What unit {@code i} gives. */
  Extent after(int i) {
    return after[i];
  }

  Extent outputs() {
    return outputs;
  }

  /** Positions that an alternate is asked about. */
  int outputLength() {
    return length(outputs);
  }

  /** Positions of the longest strip that is put together. */
  int longest() {
    int longest = 0;
    for (int i = 0; i < units.size(); i++) {
      longest = Math.max(longest, length(input(i, middle[i])));
      longest = Math.max(longest, length(input(i, after[i])));
    }
    return longest;
  }

  private int length(Extent extent) {
    return extent.left() + inserted + extent.right();
  }

  /** Multiply-adds of one alternate, all convolutions. */
  long multiplyAdds() {
    long sum = inserted * 4L * Flank.CHANNELS;
    for (int i = 0; i < units.size(); i++) {
      long perPosition = (long) Flank.CHANNELS * Flank.CHANNELS * units.get(i).width();
      sum += perPosition * (length(middle[i]) + length(after[i]));
    }
    long skips = units.size() / Flank.UNITS_PER_SKIP + 1L;
    return sum + length(outputs) * Flank.CHANNELS * (Flank.CHANNELS * skips + 3);
  }
}
