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
  private final Extent[] input;
  private final Extent[] after;
  private final int inserted;
  private final Extent outputs;

  Strips(Flank flank, int inserted, int outputsBefore, int outputsAfter) {
    this.units = flank.units();
    this.inserted = inserted;
    this.outputs = new Extent(outputsBefore, outputsAfter);
    this.input = new Extent[units.size()];
    this.after = new Extent[units.size()];
    int consumed = 0;
    for (int i = 0; i < units.size(); i++) {
      int taken = 2 * units.get(i).reach();
      consumed += taken;
      int toGo = flank.half() - consumed;
      // Changed within what was consumed, and wanted within what is still to go.
      after[i] =
          new Extent(
              Math.min(consumed, outputsBefore + toGo), Math.min(consumed, outputsAfter + toGo));
      input[i] = after[i].plus(taken);
    }
  }

  int units() {
    return units.size();
  }

  /** What unit {@code i} must be given. */
  Extent input(int i) {
    return input[i];
  }

  /** What unit {@code i} gives. */
  Extent after(int i) {
    return after[i];
  }

  Extent outputs() {
    return outputs;
  }

  /** Positions of the longest strip. */
  int longest() {
    int longest = 0;
    for (Extent extent : input) {
      longest = Math.max(longest, extent.left() + inserted + extent.right());
    }
    return longest;
  }

  /** Multiply-adds of one alternate, all convolutions. */
  long multiplyAdds() {
    long sum = 0;
    for (int i = 0; i < units.size(); i++) {
      int reach = units.get(i).reach();
      long first = after[i].left() + after[i].right() + inserted + 2L * reach;
      long perPosition = (long) Flank.CHANNELS * Flank.CHANNELS * units.get(i).width();
      sum += perPosition * (first + first - 2L * reach);
    }
    int skips = units.size() / Flank.UNITS_PER_SKIP + 1;
    long outputPositions = (long) outputs.left() + inserted + outputs.right();
    return sum + outputPositions * Flank.CHANNELS * (Flank.CHANNELS * (long) skips + 3);
  }
}
