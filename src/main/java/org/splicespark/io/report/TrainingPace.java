package org.splicespark.io.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.splicespark.io.picture.Ink;
import org.splicespark.io.picture.Plot;

/** Examples per second of a training, over the time that its rounds took. */
final class TrainingPace {
  private final int rounds;
  private final List<Double> ends = new ArrayList<>();
  private final List<Double> rates = new ArrayList<>();
  private double seconds;

  /**
   * @param rounds objects of {@code seconds} and {@code examples}; of thousands, some following
   *     ones are one point
   */
  TrainingPace(JsonNode rounds) {
    this.rounds = rounds.size();
    int each = TrainingCurve.each(this.rounds);
    double examples = 0;
    double began = 0;
    for (int i = 0; i < this.rounds; i++) {
      examples += rounds.path(i).path("examples").asDouble();
      seconds += rounds.path(i).path("seconds").asDouble();
      if ((i + 1) % each == 0 || i == this.rounds - 1) {
        add(examples / (seconds - began));
        examples = 0;
        began = seconds;
      }
    }
  }

  private void add(double rate) {
    if (Double.isFinite(rate)) {
      ends.add(seconds);
      rates.add(rate);
    }
  }

  /** A block with one figure; an empty one where nothing was recorded. */
  Block block() {
    double most = new TrainingCurve(ends, rates).most();
    if (most <= 0 || !(seconds > 0)) {
      return Block.of("");
    }
    Plot plot = new Plot(0, seconds, 0, 1.1 * most).line(Ink.BLUE, ends, rates);
    String said = String.format(Locale.ROOT, "%,d rounds in %,.0f seconds.", rounds, seconds);
    return Block.of("Throughput")
        .notes(List.of(said))
        .figures(
            List.of(
                new Figure(
                    "Throughput", "examples per second", "seconds of training", List.of(), plot)));
  }
}
