package org.splicespark.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The published network sizes, by the bases of context an output depends on (both sides together).
 * Holds the table of residual units of Jaganathan et al., Cell 2019 (SpliceAI-80nt, -400nt, -2k,
 * -10k), which OpenSpliceAI keeps.
 *
 * <p>A unit has two convolutions of one width and dilation, so it takes {@code 2 * dilation *
 * (width - 1)} bases of context; the sum over the units is the flank.
 */
public enum Flank {
  F80(80, new int[] {11, 11, 11, 11}, new int[] {1, 1, 1, 1}),
  F400(400, widths(F80, 11), dilations(F80, 4)),
  F2000(2000, widths(F400, 21), dilations(F400, 10)),
  F10000(10000, widths(F2000, 41), dilations(F2000, 25));

  /** Units between two skip connections. */
  public static final int UNITS_PER_SKIP = 4;

  /** Channels of the residual stream. */
  public static final int CHANNELS = 32;

  private final int bases;
  private final int[] widths;
  private final int[] dilations;

  Flank(int bases, int[] widths, int[] dilations) {
    this.bases = bases;
    this.widths = widths;
    this.dilations = dilations;
  }

  /** One residual unit's convolutions. */
  public record Unit(int width, int dilation) {
    /** Bases that one of the unit's two convolutions takes from each side. */
    public int reach() {
      return dilation * (width - 1) / 2;
    }
  }

  /**
   * The size with so many bases of context.
   *
   * @throws IllegalArgumentException if none was published; names those that were
   */
  public static Flank of(int bases) {
    return Arrays.stream(values())
        .filter(flank -> flank.bases == bases)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a flank is one of "
                        + Arrays.stream(values()).map(Flank::bases).toList()
                        + ", not "
                        + bases));
  }

  /** Bases of context of an output, left and right together. */
  public int bases() {
    return bases;
  }

  /** Bases of context on one side. */
  public int half() {
    return bases / 2;
  }

  public List<Unit> units() {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> new Unit(widths[i], dilations[i]))
        .toList();
  }

  private static int[] widths(Flank smaller, int width) {
    return extended(smaller.widths, width);
  }

  private static int[] dilations(Flank smaller, int dilation) {
    return extended(smaller.dilations, dilation);
  }

  private static int[] extended(int[] table, int value) {
    int[] longer = Arrays.copyOf(table, table.length + UNITS_PER_SKIP);
    Arrays.fill(longer, table.length, longer.length, value);
    return longer;
  }
}
