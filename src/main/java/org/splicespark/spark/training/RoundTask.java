package org.splicespark.spark.training;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.splicespark.spark.Ahead;
import org.splicespark.train.Averaging.Weighted;
import org.splicespark.train.Learner;
import org.splicespark.train.TrainingBatch;
import org.splicespark.train.TrainingState;
import org.splicespark.train.WorkerOrder.Place;

/** One worker's steps of one round: from the broadcast state to its own. */
record RoundTask(TrainingPlan plan, Broadcast<TrainingState> state, int epoch, int round)
    implements Function<Integer, RoundResult> {

  @Override
  public RoundResult call(Integer worker) {
    int first = Math.multiplyExact(round, plan.parameters().stepsPerRound());
    if (!batches(worker, first).hasNext()) {
      return RoundResult.idle();
    }
    int shard = batches(worker, first).next().get(0).shard();
    return plan.seated(
        plan.train().shards().get(shard), seat -> trained(seat, first, batches(worker, first)));
  }

  private Iterator<List<Place>> batches(int worker, int first) {
    return plan.order().worker(epoch, worker).from(first, plan.parameters().batchSize());
  }

  private RoundResult trained(Seat seat, int first, Iterator<List<Place>> batches) {
    Learner learner = seat.learner();
    learner.restore(state.value());
    int most = plan.parameters().stepsPerRound();
    RoundLosses losses = new RoundLosses();
    int[] asked = {0};
    try (Ahead<TrainingBatch> ahead =
        new Ahead<>(
            () -> asked[0]++ < most && batches.hasNext() ? batch(seat, batches.next()) : null)) {
      TrainingBatch batch;
      for (int step = first; (batch = ahead.next()) != null; step++) {
        losses.add(learner.step(batch, plan.rate(epoch, step)), batch.count());
      }
    } catch (Exception e) {
      throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
    return new RoundResult(List.of(new Weighted(learner.state(), losses.examples())), losses);
  }

  private TrainingBatch batch(Seat seat, List<Place> places) {
    BatchBuilder batch = null;
    for (Place place : places) {
      Examples shard = seat.examples(plan.train(), plan.train().shards().get(place.shard()));
      batch = batch == null ? new BatchBuilder(places.size(), shard.length()) : batch;
      batch.add(shard.codes(place.index()), shard.labels(place.index()));
    }
    return batch.build();
  }
}
