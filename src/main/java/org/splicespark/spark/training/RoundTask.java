package org.splicespark.spark.training;

import java.util.ArrayList;
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
    List<List<Place>> batches = batches(worker, first);
    if (batches.isEmpty()) {
      return RoundResult.idle();
    }
    int shard = batches.get(0).get(0).shard();
    return plan.seated(plan.train().shards().get(shard), seat -> trained(seat, first, batches));
  }

  /** Those of the round. */
  private List<List<Place>> batches(int worker, int first) {
    Iterator<List<Place>> rest =
        plan.order().worker(epoch, worker).from(first, plan.parameters().batchSize());
    List<List<Place>> batches = new ArrayList<>();
    while (batches.size() < plan.parameters().stepsPerRound() && rest.hasNext()) {
      batches.add(rest.next());
    }
    return batches;
  }

  private RoundResult trained(Seat seat, int first, List<List<Place>> batches) {
    Learner learner = seat.learner();
    learner.restore(state.value());
    RoundLosses losses = new RoundLosses();
    Iterator<List<Place>> rest = batches.iterator();
    try (Ahead<TrainingBatch> ahead =
        new Ahead<>(() -> rest.hasNext() ? batch(seat, rest.next()) : null)) {
      for (double rate : plan.rates(epoch, first, batches.size())) {
        TrainingBatch batch = ahead.next();
        losses.add(learner.step(batch, rate), batch.count());
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
