package org.splicespark.spark.shards;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.dataset.GeneSplits;
import org.splicespark.dataset.Split;
import org.splicespark.dataset.paralog.Paralog;
import org.splicespark.error.InputException;
import org.splicespark.error.OutputException;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.PartStore;
import org.splicespark.spark.RunningTasks;

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
   * @throws InputException if the output folder has data already, no gene is left, or the
   *     interrupted run was another; nothing new stands under a final name then
   */
  public CreateDataReport run(CreateDataRequest request) throws IOException {
    OldData old = new OldData(files, request.output());
    old.requireNone(request.running().overwrite());
    long started = System.nanoTime();
    Map<Split, List<Paralog>> paralogs = new EnumMap<>(Split.class);
    // Before the folder is made: a run that ends here leaves none.
    GeneSplits genes = settled(request, paralogs);
    OutputFolder folder = OutputFolder.of(files, files.everywhere(request.output()));
    PartStore<ShardResult> store = folder.store();
    DataPlan plan = new DataPlan(request, genes.shards(), files);
    makeFolder(request.output());
    store.prepare(plan.text(), request.running().resume());
    try {
      List<ShardResult> shards =
          new ShardStage(spark, messages, request, folder).run(genes.shards());
      List<WrittenFile> made = finished(request, shards, folder);
      store.requireSame(
          plan.text(),
          changed -> "an input changed while it was read; it was " + changed + "; run again");
      old.delete();
      for (WrittenFile file : made) {
        folder.publish(file.name());
      }
      store.deleteAtTheEnd(messages);
      double seconds = (System.nanoTime() - started) / 1e9;
      return new CreateDataReport(genes, counts(shards), paralogs, made, seconds);
    } catch (OutputException e) {
      clearAfter(e, store);
      throw e;
    } catch (IOException e) {
      clearAfter(e, store);
      throw new InputException(request.output() + ": cannot be written: " + e.getMessage(), e);
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      clearAfter(e, store);
      throw e;
    } finally {
      store.close();
    }
  }

  private void makeFolder(String name) {
    try {
      files.makeFolder(name);
    } catch (IOException e) {
      throw new InputException(name + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /** What cannot be used again goes, what can be is kept. */
  private void clearAfter(Exception failure, PartStore<ShardResult> store) {
    new RunningTasks(spark).await();
    try {
      int finished = store.countFinished();
      if (failure instanceof InputException || finished == 0) {
        store.delete();
      } else {
        messages.printf(
            Locale.ROOT,
            "finished shards are kept (%d); run again with --resume to continue from there%n",
            finished);
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
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

  private static Map<Split, ShardCounts> counts(List<ShardResult> shards) {
    Map<Split, ShardCounts> counts = new EnumMap<>(Split.class);
    shards.forEach(s -> counts.merge(s.plan().split(), s.counts(), ShardCounts::plus));
    return counts;
  }
}
