package org.splicespark.spark.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.splicespark.dataset.ChunkSource;
import org.splicespark.train.Learner;

/**
 * What a task that trains or evaluates needs on its executor: a learner, open data sets, and the
 * shard that was read last. Kept from task to task by {@link Seats}; used by one at a time.
 */
final class Seat implements AutoCloseable {
  private final Learner learner;
  private final Map<List<String>, ChunkSource> sources = new HashMap<>();
  private Held held;

  private record Held(List<String> names, int shard, Examples examples) {}

  Seat(Learner learner) {
    this.learner = learner;
  }

  Learner learner() {
    return learner;
  }

  /** The examples of a shard; read unless they are those that were asked for last. */
  Examples examples(DatasetFiles files, int shard) {
    if (held == null || held.shard != shard || !held.names.equals(files.names())) {
      held = null; // Only one shard at a time is in memory.
      ChunkSource source = sources.computeIfAbsent(files.names(), names -> files.open());
      held = new Held(files.names(), shard, Examples.read(source, shard, learner.flank()));
    }
    return held.examples;
  }

  @Override
  public void close() {
    sources.values().forEach(ChunkSource::close);
    learner.close();
  }
}
