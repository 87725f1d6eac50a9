package org.splicespark.spark.training;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.splicespark.error.InputException;
import org.splicespark.model.Compute;
import org.splicespark.train.EpochOrder;
import org.splicespark.train.LearnerOpener;
import org.splicespark.train.TrainingParameters;

/**
 * What tasks need to know of a training and what does not change while it lasts; data sets are
 * names, the state travels by itself.
 *
 * @param order in which chunks are trained on
 */
record TrainingPlan(
    DatasetFiles train,
    EpochOrder order,
    TrainingParameters parameters,
    Compute compute,
    LearnerOpener opener)
    implements Serializable {

  static TrainingPlan of(TrainRequest request) {
    TrainingParameters parameters = request.parameters();
    return new TrainingPlan(
        request.train(),
        new EpochOrder(parameters.seed(), request.train().counts(), parameters.workers()),
        parameters,
        request.compute(),
        request.opener());
  }

  /**
   * Works with a learner and its data, on the device of the task that calls.
   *
   * @param first shard that the work will ask for
   */
  <T> T seated(DatasetFiles.Shard first, Function<Seat, T> work) {
    return Seats.with(parameters.flank(), parameters.learner(), compute, opener, first, work);
  }

  /**
   * @throws InputException if the training has gone astray
   */
  static double requireNumber(double loss) {
    if (Double.isNaN(loss)) {
      throw new InputException("the loss is no number any more; try a smaller --learning-rate");
    }
    return loss;
  }

  /** Steps in an epoch, of the worker with the most. */
  int steps(int epoch) {
    return order.steps(epoch, parameters.batchSize());
  }

  /** Rounds in an epoch. */
  int rounds(int epoch) {
    return (int) Math.ceil((double) steps(epoch) / parameters.stepsPerRound());
  }

  /** Examples in an epoch: every chunk once. */
  long examples() {
    return order.counts().stream().mapToLong(Integer::longValue).sum();
  }

  /**
   * The learning rates of steps that follow one another.
   *
   * @param first step within the epoch, from 0
   */
  List<Double> rates(int epoch, int first, int count) {
    // Epochs may differ in steps; a step's rate depends on the share of its own that is done.
    long steps = steps(epoch);
    return IntStream.range(first, first + count)
        .mapToObj(step -> parameters.schedule().rateOfStep(epoch * steps + step, steps))
        .toList();
  }
}
