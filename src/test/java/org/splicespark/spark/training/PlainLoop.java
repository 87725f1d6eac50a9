package org.splicespark.spark.training;

import java.util.Iterator;
import java.util.List;
import org.splicespark.model.Compute;
import org.splicespark.train.EpochOrder;
import org.splicespark.train.Learner;
import org.splicespark.train.LearnerOpener;
import org.splicespark.train.TrainingBatch;
import org.splicespark.train.TrainingParameters;
import org.splicespark.train.TrainingState;
import org.splicespark.train.WorkerOrder.Place;

/** A training as anybody would write it without Spark. */
final class PlainLoop {
  private PlainLoop() {}

  static TrainingState run(
      Trainings trainings,
      TrainingParameters parameters,
      LearnerOpener opener,
      TrainingState first) {
    DatasetFiles files = trainings.set("train");
    EpochOrder order = new EpochOrder(parameters.seed(), files.counts(), 1);
    try (Seat seat =
        new Seat(opener.open(parameters.flank(), parameters.learner(), Compute.cpu()))) {
      Learner learner = seat.learner();
      learner.restore(first);
      List<Examples> shards =
          files.shards().stream().map(shard -> seat.examples(files, shard)).toList();
      for (int epoch = 0; epoch < parameters.epochs(); epoch++) {
        Iterator<List<Place>> batches = order.worker(epoch, 0).from(0, parameters.batchSize());
        long steps = order.steps(epoch, parameters.batchSize());
        for (long step = epoch * steps; batches.hasNext(); step++) {
          double rate = parameters.schedule().rateOfStep(step, steps);
          learner.step(batch(shards, batches.next()), rate);
        }
      }
      return learner.state();
    }
  }

  private static TrainingBatch batch(List<Examples> shards, List<Place> places) {
    BatchBuilder batch = new BatchBuilder(places.size(), shards.get(0).length());
    for (Place place : places) {
      Examples shard = shards.get(place.shard());
      batch.add(shard.codes(place.index()), shard.labels(place.index()));
    }
    return batch.build();
  }
}
