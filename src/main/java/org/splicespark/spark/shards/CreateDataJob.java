package org.splicespark.spark.shards;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.dataset.GeneSplits;
import org.splicespark.dataset.ShardPlan;
import org.splicespark.dataset.Split;
import org.splicespark.dataset.paralog.Paralog;
import org.splicespark.error.InputException;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.InputFailures;
import org.splicespark.spark.Progress;

/**
 * Makes training data: one task reads, labels and writes the genes of one shard. What is in a file
 * does not depend on the number of tasks or executors.
 */
public final class CreateDataJob {
  private final JavaSparkContext spark;
  private final PrintStream messages;
  private final HadoopFiles files;

  public CreateDataJob(JavaSparkContext spark, PrintStream messages) {
    this.spark = spark;
    this.messages = messages;
    this.files = new HadoopFiles(spark.hadoopConfiguration());
  }

  /**
   * @throws InputException if the output folder has data already, or no gene is left; nothing new
   *     stands under a final name then
   */
  public CreateDataReport run(CreateDataRequest request) throws IOException {
    OldData old = new OldData(files, request.output());
    old.requireNone(request.running().overwrite());
    long started = System.nanoTime();
    Map<Split, List<Paralog>> paralogs = new EnumMap<>(Split.class);
    // Before the folder is made: a run that ends here leaves none.
    GeneSplits genes = settled(request, paralogs);
    OutputFolder folder = new OutputFolder(files, request.output());
    try {
      folder.prepare();
      List<ShardResult> shards = written(request, genes.shards(), folder);
      List<WrittenFile> made = finished(request, shards, folder);
      old.delete();
      for (WrittenFile file : made) {
        folder.publish(file.name());
      }
      double seconds = (System.nanoTime() - started) / 1e9;
      return new CreateDataReport(genes, counts(shards), paralogs, made, seconds);
    } catch (IOException e) {
      throw new InputException(request.output() + ": cannot be written: " + e.getMessage(), e);
    } finally {
      folder.deleteWork();
    }
  }

  private List<WrittenFile> finished(
      CreateDataRequest request, List<ShardResult> shards, OutputFolder folder) {
    if (request.running().verify()) {
      new Verification(spark, folder).require(shards);
    }
    List<WrittenFile> files = new JoinedFiles(spark, request, folder).of(shards);
    files.sort(Comparator.comparing(WrittenFile::name));
    return files;
  }

  /** Paralogs of test genes are looked for before genes for validation are drawn. */
  private GeneSplits settled(CreateDataRequest request, Map<Split, List<Paralog>> found) {
    GeneSplits genes = withoutParalogs(request.genes(), Split.TEST, request, found);
    if (request.validation().isPresent()) {
      var draw = request.validation().get();
      genes = genes.withValidationDrawn(draw.share(), draw.seed());
    }
    genes = withoutParalogs(genes, Split.VALIDATION, request, found);
    if (genes.size() == 0) {
      throw new InputException("no gene is left: all have paralogs");
    }
    return genes;
  }

  private GeneSplits withoutParalogs(
      GeneSplits genes, Split split, CreateDataRequest request, Map<Split, List<Paralog>> found) {
    if (request.paralogs().isEmpty() || genes.of(split).isEmpty()) {
      return genes;
    }
    List<Paralog> paralogs =
        request.paralogs().get().among(spark, genes.of(split), genes.of(Split.TRAIN));
    found.put(split, paralogs);
    return genes.without(paralogs.stream().map(Paralog::gene).toList(), split);
  }

  private List<ShardResult> written(
      CreateDataRequest request, List<ShardPlan> plans, OutputFolder folder) {
    ShardTask task =
        new ShardTask(request.genome(), request.labelling(), request.running().formats(), folder);
    int wanted = request.running().partitions();
    int partitions = wanted > 0 ? Math.min(wanted, plans.size()) : plans.size();
    spark.setJobDescription("write shards to " + request.output());
    try (Progress progress = new Progress(s -> line(s, partitions), messages)) {
      return new ArrayList<>(
          InputFailures.ending(
              spark, () -> spark.parallelize(plans, partitions).mapPartitions(task).collect()));
    } finally {
      spark.setJobDescription(null);
    }
  }

  private String line(double seconds, int tasks) {
    return String.format(
        java.util.Locale.ROOT,
        "%4.0f s: %d of %d tasks done",
        seconds,
        Progress.finishedTasks(spark),
        tasks);
  }

  private static Map<Split, ShardCounts> counts(List<ShardResult> shards) {
    Map<Split, ShardCounts> counts = new EnumMap<>(Split.class);
    shards.forEach(s -> counts.merge(s.plan().split(), s.counts(), ShardCounts::plus));
    return counts;
  }
}
