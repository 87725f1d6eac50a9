package org.splicespark.spark.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The losses of the steps of a round, by one worker or, merged, by all. */
final class RoundLosses implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Double> sums = new ArrayList<>();
  private final List<Long> counts = new ArrayList<>();

  /**
   * The next step.
   *
   * @param mean over its examples
   */
  void add(double mean, int examples) {
    sums.add(mean * examples);
    counts.add((long) examples);
  }

  /** Adds another worker's, step by step. */
  void merge(RoundLosses other) {
    for (int step = 0; step < other.sums.size(); step++) {
      if (step == sums.size()) {
        sums.add(0.0);
        counts.add(0L);
      }
      sums.set(step, sums.get(step) + other.sums.get(step));
      counts.set(step, counts.get(step) + other.counts.get(step));
    }
  }

  int steps() {
    return sums.size();
  }

  long examples() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** Mean over all examples. */
  double mean() {
    return sums.stream().mapToDouble(Double::doubleValue).sum() / examples();
  }

  /** Means over the examples of each step. */
  List<Double> means() {
    List<Double> means = new ArrayList<>();
    for (int step = 0; step < sums.size(); step++) {
      means.add(sums.get(step) / counts.get(step));
    }
    return means;
  }
}
