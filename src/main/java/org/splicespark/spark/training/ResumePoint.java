package org.splicespark.spark.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.splicespark.train.EarlyStopping;
import org.splicespark.train.EpochMetrics;
import org.splicespark.train.EpochReport;
import org.splicespark.train.RoundReport;
import org.splicespark.train.Split;
import org.splicespark.train.TrainingHistory;
import org.splicespark.train.TrainingState;

/**
 * How far a training is: all that the rest of it depends on.
 *
 * @param basis of the training; another one cannot go on from here
 * @param epoch in which it is, or the number of epochs if it is done
 * @param round of the epoch that comes next
 * @param bestEpoch so far; -1 before the first has ended
 */
record ResumePoint(
    TrainingBasis basis,
    TrainingState state,
    int epoch,
    int round,
    EarlyStopping stopping,
    int bestEpoch,
    TrainingHistory history)
    implements Serializable {

  static ResumePoint first(TrainingBasis basis, TrainingState state) {
    return new ResumePoint(
        basis,
        state,
        0,
        0,
        basis.parameters().stopping(),
        -1,
        new TrainingHistory(List.of(), List.of()));
  }

  boolean isDone() {
    return epoch >= basis.parameters().epochs() || stopping.stopped();
  }

  /** One round on. */
  ResumePoint after(RoundReport report, TrainingState reached) {
    TrainingHistory longer = new TrainingHistory(plus(history.rounds(), report), history.epochs());
    return new ResumePoint(basis, reached, epoch, round + 1, stopping, bestEpoch, longer);
  }

  /** At the beginning of the next epoch. */
  ResumePoint after(EpochReport report, EarlyStopping now) {
    TrainingHistory longer = new TrainingHistory(history.rounds(), plus(history.epochs(), report));
    int best = now.improved() || bestEpoch < 0 ? epoch : bestEpoch;
    return new ResumePoint(basis, state, epoch + 1, 0, now, best, longer);
  }

  /** Whether the epoch that has just ended was the best so far. */
  boolean isBest() {
    return bestEpoch == epoch - 1;
  }

  /**
   * The epoch whose rounds are all done.
   *
   * @param evaluationSeconds that come on top of the rounds'
   */
  EpochReport report(Map<Split, EpochMetrics> evaluated, double evaluationSeconds) {
    List<RoundReport> rounds =
        history.rounds().stream().filter(report -> report.epoch() == epoch).toList();
    double loss = rounds.stream().mapToDouble(r -> r.loss() * r.examples()).sum();
    double examples = rounds.stream().mapToDouble(RoundReport::examples).sum();
    return new EpochReport(
        epoch,
        state.steps(),
        rounds.stream().mapToDouble(RoundReport::seconds).sum() + evaluationSeconds,
        rounds.get(rounds.size() - 1).learningRate(),
        loss / examples,
        evaluated);
  }

  private static <T> List<T> plus(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
