package org.splicespark.io.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A value over places: points of a training's rounds or epochs. */
record TrainingCurve(List<Double> across, List<Double> up) {

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

  double most() {
    return up.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
