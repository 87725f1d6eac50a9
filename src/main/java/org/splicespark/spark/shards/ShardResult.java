package org.splicespark.spark.shards;

import java.io.Serializable;
import java.util.List;
import org.splicespark.dataset.ShardPlan;

/**
 * A shard that was written.
 *
 * @param files the shard's, in the formats asked for
 * @param counts of what is in it
 */
record ShardResult(ShardPlan plan, List<WrittenFile> files, ShardCounts counts)
    implements Serializable {
  ShardResult {
    files = List.copyOf(files);
  }
}
