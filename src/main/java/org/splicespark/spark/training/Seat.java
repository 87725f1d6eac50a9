package org.splicespark.spark.training;

import org.splicespark.dataset.ChunkSource;
import org.splicespark.spark.training.DatasetFiles.Shard;
import org.splicespark.train.Learner;

/**
 * What a task that trains or evaluates needs on its executor: a learner, and the shard that was
 * read last with its file. Kept from task to task by {@link Seats}; used by one at a time.
 */
final class Seat implements AutoCloseable {
  private final Learner learner;
  private ChunkSource source;
  private Shard shard;
  private Examples examples;

  Seat(Learner learner) {
    this.learner = learner;
  }

  Learner learner() {
    return learner;
  }

  /** Whether this shard is in memory. */
  boolean holds(Shard wanted) {
    return wanted.equals(shard);
  }

  /** The examples of a shard; read unless they are those that were asked for last. */
  Examples examples(DatasetFiles files, Shard wanted) {
    if (!holds(wanted)) {
      examples = null; // Only one shard at a time is in memory.
      if (shard == null || !shard.stamp().equals(wanted.stamp())) {
        closeSource();
        source = files.open(wanted);
      }
      shard = wanted;
      examples = Examples.read(source, wanted.index(), learner.flank());
    }
    return examples;
  }

  private void closeSource() {
    shard = null;
    if (source != null) {
      source.close();
      source = null;
    }
  }

  @Override
  public void close() {
    closeSource();
    learner.close();
  }
}
