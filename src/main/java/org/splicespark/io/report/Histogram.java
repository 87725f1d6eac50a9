package org.splicespark.io.report;

import java.util.ArrayList;
import java.util.List;
import org.splicespark.io.picture.Ink;
import org.splicespark.io.picture.Plot;

/** Scores from 0 to 1, counted; what is below 0 counts as 0. */
final class Histogram {
  private static final int BINS = 50;

  private final long[] counts = new long[BINS];

  void add(double score) {
    counts[(int) Math.max(0, Math.min(BINS - 1, Math.floor(score * BINS + 1e-9)))]++;
  }

  long largest() {
    return java.util.Arrays.stream(counts).max().orElse(0);
  }

  /**
   * Counts on a logarithmic axis: most scores are next to nothing.
   *
   * @param largest the highest count that the axis must have room for
   * @param rules where cutoffs are
   */
  Plot plot(Ink ink, long largest, List<Double> rules) {
    List<Double> across = new ArrayList<>();
    List<Double> up = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      double height = counts[i] == 0 ? 0 : Math.log10(counts[i]) + 1;
      across.addAll(List.of((double) i / BINS, (i + 1.0) / BINS));
      up.addAll(List.of(height, height));
    }
    double top = Math.max(2, 1.1 * (Math.log10(Math.max(1, largest)) + 1));
    Plot plot = new Plot(0, 1, 0, top).powers().area(ink, across, up);
    rules.forEach(rule -> plot.rule(rule, rule.toString()));
    return plot;
  }
}
