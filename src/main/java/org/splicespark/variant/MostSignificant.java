package org.splicespark.variant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.splicespark.variant.Outcome.Scored;

/** Of each alternate's outcomes the one with the largest score, the first of equals. */
final class MostSignificant {
  private MostSignificant() {}

  /**
   * @param outcomes a record's; an alternate without scores keeps its first reason
   */
  static List<Outcome> of(List<Outcome> outcomes) {
    Map<String, Outcome> best = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      best.merge(outcome.alt(), outcome, (a, b) -> largest(b) > largest(a) ? b : a);
    }
    return new ArrayList<>(best.values());
  }

  private static float largest(Outcome outcome) {
    return outcome instanceof Scored scored ? scored.score().largest() : Float.NEGATIVE_INFINITY;
  }
}
