package org.splicespark.io.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.splicespark.io.picture.Ink;
import org.splicespark.io.picture.Plot;

/** How fast a run was while it went on, of what its manifest recorded. */
final class Pace {
  private static final int STEPS = 24;

  private final List<Double> seconds = new ArrayList<>(List.of(0.0));
  private final List<Double> done = new ArrayList<>(List.of(0.0));

  /**
   * @param samples objects of {@code seconds} and {@code done}, both from the run's beginning
   */
  Pace(JsonNode samples) {
    for (JsonNode sample : samples) {
      double at = RunJson.number(sample.path("seconds"));
      double so = RunJson.number(sample.path("done"));
      if (at > seconds.get(seconds.size() - 1) && so >= done.get(done.size() - 1)) {
        seconds.add(at);
        done.add(so);
      }
    }
  }

  /**
   * A block with one figure; an empty one where nothing was recorded.
   *
   * @param what is done, in the plural
   */
  Block block(String what) {
    double end = seconds.get(seconds.size() - 1);
    if (seconds.size() < 2 || done.get(done.size() - 1) <= 0) {
      return Block.of("");
    }
    List<Double> across = new ArrayList<>();
    List<Double> up = new ArrayList<>();
    int steps = Math.min(STEPS, seconds.size() - 1);
    for (int i = 0; i < steps; i++) {
      double from = end * i / steps;
      double to = end * (i + 1) / steps;
      double rate = (at(to) - at(from)) / (to - from);
      across.addAll(List.of(from, to));
      up.addAll(List.of(rate, rate));
    }
    double most = up.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    Plot plot = new Plot(0, end, 0, 1.1 * most).area(Ink.BLUE, across, up);
    double mean = done.get(done.size() - 1) / end;
    return Block.of("Throughput")
        .notes(List.of(said(mean) + " " + what + " per second on average."))
        .figures(
            List.of(new Figure("Throughput", what + " per second", "seconds", List.of(), plot)));
  }

  private static String said(double mean) {
    return String.format(Locale.ROOT, mean < 100 ? "%,.1f" : "%,.0f", mean);
  }

  /** What is done by then, on straight lines between samples. */
  private double at(double second) {
    int next = 1;
    while (next < seconds.size() - 1 && seconds.get(next) < second) {
      next++;
    }
    double from = seconds.get(next - 1);
    double share = Math.min(1, (second - from) / (seconds.get(next) - from));
    return done.get(next - 1) + share * (done.get(next) - done.get(next - 1));
  }
}
