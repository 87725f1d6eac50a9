package org.splicespark.spark.shards;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.dataset.Split;

/** Puts together, from finished shards, the files of which there is one per split. */
final class JoinedFiles {
  private final JavaSparkContext spark;
  private final CreateDataRequest request;
  private final OutputFolder folder;

  JoinedFiles(JavaSparkContext spark, CreateDataRequest request, OutputFolder folder) {
    this.spark = spark;
    this.request = request;
    this.folder = folder;
  }

  /** All files that are to be published. */
  List<WrittenFile> of(List<ShardResult> shards) {
    Formats formats = request.running().formats();
    List<JoinTask> tasks = new ArrayList<>();
    Map<Split, List<ShardResult>> bySplit =
        shards.stream().collect(Collectors.groupingBy(shard -> shard.plan().split()));
    bySplit.forEach((split, own) -> tasks.addAll(tasks(own, formats)));
    List<WrittenFile> files =
        shards.stream()
            .flatMap(shard -> shard.written().stream())
            .filter(file -> !isJoined(file, formats))
            .collect(Collectors.toCollection(ArrayList::new));
    files.addAll(run(tasks));
    return files;
  }

  private static boolean isJoined(WrittenFile file, Formats formats) {
    return file.name().endsWith(".fa") || formats.single() && file.name().endsWith(".h5");
  }

  private List<JoinTask> tasks(List<ShardResult> shards, Formats formats) {
    List<org.splicespark.dataset.ShardPlan> plans = shards.stream().map(ShardResult::plan).toList();
    List<JoinTask> tasks = new ArrayList<>();
    if (formats.fasta()) {
      tasks.add(new JoinTask.Fasta(plans));
    }
    if (formats.hdf5() && formats.single()) {
      tasks.add(new JoinTask.Dataset(plans));
      tasks.add(new JoinTask.Datafile(plans, request.genome(), request.labelling()));
    }
    return tasks;
  }

  private List<WrittenFile> run(List<JoinTask> tasks) {
    if (tasks.isEmpty()) {
      return List.of();
    }
    OutputFolder theFolder = folder;
    spark.setJobDescription("join shards in " + request.output());
    try {
      return spark.parallelize(tasks, tasks.size()).map(task -> written(task, theFolder)).collect();
    } finally {
      spark.setJobDescription(null);
    }
  }

  private static WrittenFile written(JoinTask task, OutputFolder folder) throws IOException {
    long attempt = org.apache.spark.TaskContext.get().taskAttemptId();
    OutputFolder.Open open = folder.create(task.name(), attempt);
    try (var stream = open.stream()) {
      task.write(stream, folder);
    }
    return folder.commit(open);
  }
}
