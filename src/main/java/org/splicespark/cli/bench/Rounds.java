package org.splicespark.cli.bench;

import java.util.List;
import java.util.stream.IntStream;

/** One quantity as it was measured, round by round. */
public record Rounds(List<Double> values) {

  public double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  public double min() {
    return values.stream().mapToDouble(v -> v).min().orElseThrow();
  }

  public double max() {
    return values.stream().mapToDouble(v -> v).max().orElseThrow();
  }

  /** Round by round: what the machine does besides changes from one round to the next. */
  public Rounds dividedBy(Rounds other) {
    return new Rounds(
        IntStream.range(0, values.size())
            .mapToObj(i -> values.get(i) / other.values.get(i))
            .toList());
  }
}
