package org.splicespark.spark.shards;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.splicespark.dataset.ShardPlan;
import org.splicespark.spark.PartStore;

/**
 * A shard that was written.
 *
 * @param part its number among all shards of the run
 * @param files the shard's, in the formats asked for
 * @param counts of what is in it
 */
record ShardResult(int part, ShardPlan plan, List<WrittenFile> written, ShardCounts counts)
    implements PartStore.Result {
  ShardResult {
    written = List.copyOf(written);
  }

  @Override
  public Map<String, Long> files() {
    return written.stream()
        .collect(Collectors.toMap(file -> OutputFolder.done(file.name()), WrittenFile::bytes));
  }
}
