package org.splicespark.spark.shards;

import java.io.Closeable;
import java.io.IOException;
import org.splicespark.dataset.LabeledGene;

/** One of the files that a shard's genes are written to. */
interface ShardFile extends Closeable {

  void add(LabeledGene gene) throws IOException;

  /** Writes what is left, closes, and makes the file count. */
  WrittenFile finish() throws IOException;
}
