package org.splicespark.spark.shards;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.dataset.ShardPlan;
import org.splicespark.spark.InputFailures;
import org.splicespark.spark.PartStore;
import org.splicespark.spark.Progress;

/** The Spark job that writes the shards that no earlier run has finished. */
record ShardStage(
    JavaSparkContext spark, PrintStream messages, CreateDataRequest request, OutputFolder folder) {

  /** Results in the order of the plans. */
  List<ShardResult> run(List<ShardPlan> plans) throws IOException {
    PartStore<ShardResult> store = folder.store();
    List<ShardResult> results = new ArrayList<>(undamaged(store.finished()));
    List<ShardTask.Numbered> open = new ArrayList<>();
    Set<Integer> done = results.stream().map(ShardResult::part).collect(Collectors.toSet());
    for (int part = 0; part < plans.size(); part++) {
      if (!done.contains(part)) {
        open.add(new ShardTask.Numbered(part, plans.get(part)));
      }
    }
    if (!results.isEmpty()) {
      messages.printf(
          Locale.ROOT, "%d of %d shards are from before%n", results.size(), plans.size());
    }
    if (!open.isEmpty()) {
      results.addAll(written(open));
    }
    results.sort(Comparator.comparingInt(ShardResult::part));
    return results;
  }

  /** Those whose files have the digests that they were written with; files of others go. */
  private List<ShardResult> undamaged(List<ShardResult> before) {
    if (before.isEmpty()) {
      return before;
    }
    OutputFolder theFolder = folder;
    spark.setJobDescription("look at shards from before in " + request.output());
    try {
      return spark.parallelize(before, before.size()).filter(theFolder::keepsAll).collect();
    } finally {
      spark.setJobDescription(null);
    }
  }

  private List<ShardResult> written(List<ShardTask.Numbered> open) {
    ShardTask task =
        new ShardTask(request.genome(), request.labelling(), request.running().formats(), folder);
    int wanted = request.running().partitions();
    int partitions = wanted > 0 ? Math.min(wanted, open.size()) : open.size();
    spark.setJobDescription("write shards to " + request.output());
    try (Progress progress = new Progress(s -> line(s, partitions), messages)) {
      return InputFailures.ending(
          spark, () -> spark.parallelize(open, partitions).mapPartitions(task).collect());
    } finally {
      spark.setJobDescription(null);
    }
  }

  private String line(double seconds, int tasks) {
    return String.format(
        Locale.ROOT, "%4.0f s: %d of %d tasks done", seconds, Progress.finishedTasks(spark), tasks);
  }
}
