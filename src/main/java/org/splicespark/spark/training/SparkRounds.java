package org.splicespark.spark.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.splicespark.train.Averaging;
import org.splicespark.train.Evaluation;
import org.splicespark.train.TrainingState;

/**
 * A training's Spark jobs. Each begins with a broadcast of the state; a task that runs again begins
 * with the same and ends with the same.
 */
record SparkRounds(JavaSparkContext spark, TrainingPlan plan) {

  /** What a round leads to. */
  record Outcome(TrainingState state, RoundLosses losses) {}

  /** One round of all workers, averaged in the order of the workers. */
  Outcome round(TrainingState state, int epoch, int round) {
    List<Integer> workers = IntStream.range(0, workers()).boxed().toList();
    List<RoundResult> results =
        broadcast(
            state,
            shared ->
                spark
                    .parallelize(workers, workers())
                    .map(new RoundTask(plan, shared, epoch, round))
                    .collect());
    RoundLosses losses = new RoundLosses();
    results.forEach(result -> losses.merge(result.losses()));
    List<Averaging.Weighted> states =
        results.stream().flatMap(result -> result.state().stream()).toList();
    return new Outcome(Averaging.of(states), losses);
  }

  /** The answers to all of a data set. */
  Evaluation evaluate(TrainingState state, DatasetFiles files) {
    int shards = files.shards().size();
    List<List<Integer>> shares = new ArrayList<>();
    for (int worker = 0; worker < Math.min(workers(), shards); worker++) {
      int mine = worker;
      shares.add(IntStream.range(0, shards).filter(s -> s % workers() == mine).boxed().toList());
    }
    List<Evaluation> parts =
        broadcast(
            state,
            shared ->
                spark
                    .parallelize(shares, shares.size())
                    .map(new EvaluationTask(plan, files, shared))
                    .collect());
    Evaluation all = new Evaluation();
    parts.forEach(all::merge);
    return all;
  }

  private int workers() {
    return plan.parameters().workers();
  }

  private <T> T broadcast(TrainingState state, Function<Broadcast<TrainingState>, T> job) {
    Broadcast<TrainingState> shared = spark.broadcast(state);
    try {
      return job.apply(shared);
    } finally {
      shared.destroy();
    }
  }
}
