package org.splicespark.spark.training;

import java.io.PrintStream;
import java.util.Locale;
import org.splicespark.train.EpochMetrics;
import org.splicespark.train.EpochReport;
import org.splicespark.train.RoundReport;
import org.splicespark.train.Split;

/** Lines about a training for the person at the terminal. */
final class RoundLines {
  private static final double MINUTE = 60;
  private static final double HOUR = 3600;

  private final TrainingPlan plan;
  private final PrintStream out;
  private double seconds;
  private long examples;

  RoundLines(TrainingPlan plan, PrintStream out) {
    this.plan = plan;
    this.out = out;
  }

  /** After a round: loss, speed, and the time that the other rounds will take at this speed. */
  void print(RoundReport round) {
    seconds += round.seconds();
    examples += round.examples();
    double left = left(round) * seconds / examples;
    out.printf(
        Locale.ROOT,
        "epoch %d of %d, round %d of %d: loss %.3g, %.1f windows/s, about %s left%n",
        round.epoch() + 1,
        plan.parameters().epochs(),
        round.round() + 1,
        plan.rounds(round.epoch()),
        round.loss(),
        round.examples() / round.seconds(),
        duration(left));
  }

  /** Examples of the rounds to come. */
  private double left(RoundReport round) {
    double share = (round.round() + 1.0) / plan.rounds(round.epoch());
    return (plan.parameters().epochs() - round.epoch() - share) * plan.examples();
  }

  /** After an epoch: what the network does with the sets it was not trained on. */
  void print(EpochReport epoch, boolean best) {
    StringBuilder line = new StringBuilder();
    line.append(format("epoch %d: training loss %.3g", epoch.epoch() + 1, epoch.trainingLoss()));
    for (Split split : Split.values()) {
      EpochMetrics metrics = epoch.evaluated().get(split);
      if (metrics != null) {
        line.append(
            format(
                "; %s loss %.3g, top-1 donors %.3f, acceptors %.3f",
                split.name().toLowerCase(Locale.ROOT),
                metrics.loss(),
                metrics.donor().top1(),
                metrics.acceptor().top1()));
      }
    }
    out.println(line.append(best ? "; the best so far" : ""));
  }

  void print(String line) {
    out.println(line);
  }

  private static String duration(double seconds) {
    if (seconds < 2 * MINUTE) {
      return format("%.0f s", seconds);
    }
    return seconds < 2 * HOUR
        ? format("%.0f min", seconds / MINUTE)
        : format("%.1f h", seconds / HOUR);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
