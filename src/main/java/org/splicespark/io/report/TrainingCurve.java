package org.splicespark.io.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.splicespark.io.picture.Ink;
import org.splicespark.io.picture.Plot;

/** A value over places: points of a training's rounds or epochs. */
record TrainingCurve(List<Double> across, List<Double> up) {
  private static final int POINTS = 300;
  private static final int DOTS = 60;

  /**
   * @param items rounds or epochs
   * @param place where each stands
   */
  static TrainingCurve of(
      JsonNode items, ToDoubleFunction<JsonNode> place, ToDoubleFunction<JsonNode> value) {
    List<Double> across = new ArrayList<>();
    List<Double> up = new ArrayList<>();
    for (JsonNode item : items) {
      double at = place.applyAsDouble(item);
      double so = value.applyAsDouble(item);
      if (Double.isFinite(at) && Double.isFinite(so)) {
        across.add(at);
        up.add(so);
      }
    }
    return new TrainingCurve(across, up);
  }

  /** The same in as many points as can be told apart on a page: the last of each few. */
  TrainingCurve thinned() {
    int each = each(up.size());
    if (each == 1) {
      return this;
    }
    List<Integer> kept =
        IntStream.range(0, up.size())
            .filter(i -> (i + 1) % each == 0 || i == up.size() - 1)
            .boxed()
            .toList();
    return new TrainingCurve(
        kept.stream().map(across::get).toList(), kept.stream().map(up::get).toList());
  }

  /** How many of so many points one on a page stands for. */
  static int each(int points) {
    return Math.max(1, (points + POINTS - 1) / POINTS);
  }

  /** A dot for each value, as long as these do not run into each other. */
  void draw(Plot plot, Ink ink) {
    if (up.size() > DOTS) {
      plot.line(ink, across, up);
    } else {
      plot.dots(ink, across, up);
    }
  }

  double most() {
    return up.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
