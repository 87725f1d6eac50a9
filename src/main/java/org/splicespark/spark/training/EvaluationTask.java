package org.splicespark.spark.training;

import java.util.List;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.splicespark.train.Evaluation;
import org.splicespark.train.Learner;
import org.splicespark.train.TrainingBatch;
import org.splicespark.train.TrainingState;

/** A network's answers to some shards of a data set, all their chunks, counted. */
record EvaluationTask(TrainingPlan plan, DatasetFiles files, Broadcast<TrainingState> state)
    implements Function<List<Integer>, Evaluation> {

  @Override
  public Evaluation call(List<Integer> shards) {
    return plan.seated(files.shards().get(shards.get(0)), seat -> evaluated(seat, shards));
  }

  private Evaluation evaluated(Seat seat, List<Integer> shards) {
    seat.learner().restore(state.value());
    Evaluation evaluation = new Evaluation();
    for (int shard : shards) {
      Examples examples = seat.examples(files, files.shards().get(shard));
      int size = plan.parameters().batchSize();
      for (int from = 0; from < examples.count(); from += size) {
        TrainingBatch batch = examples.batch(from, Math.min(from + size, examples.count()));
        Learner.Answer answer = seat.learner().evaluate(batch);
        TrainingPlan.requireNumber(answer.loss());
        evaluation.add(batch, answer);
      }
    }
    return evaluation;
  }
}
