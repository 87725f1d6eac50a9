package org.splicespark.spark.prediction;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import org.splicespark.error.InputException;
import org.splicespark.model.ModelOpener;
import org.splicespark.predict.Tiling;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.Progress;
import org.splicespark.spark.RunningTasks;

/**
 * Finds the splice sites of a genome: deals its tiles to tasks in consecutive runs, and joins what
 * they wrote in their order. No row passes through the driver but as bytes of a file.
 */
public final class PredictJob {
  /** Tasks per core: one with many genes then holds the others up by little. */
  private static final int TASKS_PER_CORE = 8;

  /** So that a task that fails loses minutes. */
  private static final int MOST_TILES = 200;

  private final JavaSparkContext spark;
  private final ModelOpener opener;
  private final PrintStream messages;
  private final HadoopFiles files;

  public PredictJob(JavaSparkContext spark, ModelOpener opener, PrintStream messages) {
    this.spark = spark;
    this.opener = opener;
    this.messages = messages;
    this.files = new HadoopFiles(spark.hadoopConfiguration());
  }

  /**
   * @throws InputException if the output cannot be written; unless it fails at the last, renaming,
   *     nothing of this run stands under a final name then
   */
  public PredictReport run(PredictRequest request) throws IOException {
    long started = System.nanoTime();
    RowParts parts = parts(request);
    try {
      List<PredictTask.Part> scored = scored(request, parts);
      List<PredictReport.Written> written = new RowJoin(scored, parts).publish(request.files());
      double seconds = (System.nanoTime() - started) / 1e9;
      return new PredictReport(written, request.tiling().bases(), scored.size(), seconds);
    } finally {
      new RunningTasks(spark).await();
      clear(parts);
    }
  }

  private RowParts parts(PredictRequest request) {
    try {
      RowParts parts = new RowParts(files, files.everywhere(request.output()));
      parts.prepare(request.running().overwrite());
      return parts;
    } catch (IOException e) {
      throw new InputException(request.output() + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /** Files that are left over are no reason to fail, nor to hide why a run did. */
  private void clear(RowParts parts) {
    try {
      parts.deleteWork();
    } catch (IOException e) {
      messages.println("note: left behind: " + e.getMessage());
    }
  }

  private List<PredictTask.Part> scored(PredictRequest request, RowParts parts) {
    Tiling tiling = request.tiling();
    LongAccumulator bases = spark.sc().longAccumulator("bases");
    PredictTask task =
        new PredictTask(
            spark.broadcast(tiling),
            spark.broadcast(request.models()),
            request.models().key(),
            opener,
            request.running().compute(),
            request.genome(),
            request.files(),
            parts,
            bases);
    spark.setJobDescription("splice sites of " + tiling.count() + " tiles");
    long all = tiling.bases();
    try (Progress progress = new Progress(s -> line(bases.sum(), all, s), messages)) {
      List<PredictTask.Run> runs = runs(tiling.count(), request.running().partitions());
      if (runs.isEmpty()) {
        return List.of();
      }
      List<PredictTask.Part> written =
          new ArrayList<>(spark.parallelize(runs, runs.size()).mapPartitions(task).collect());
      written.sort(Comparator.comparingInt(PredictTask.Part::number));
      return written;
    } finally {
      task.tiling().unpersist();
      task.models().unpersist();
      spark.setJobDescription(null);
    }
  }

  private static String line(long done, long all, double seconds) {
    return String.format(
        Locale.ROOT,
        "%4.0f s: %d of %d bases scored (%.0f %%, %.0f/s)",
        seconds,
        done,
        all,
        100.0 * done / Math.max(1, all),
        done / seconds);
  }

  /**
   * @param wanted 0 to choose
   */
  private List<PredictTask.Run> runs(int tiles, int wanted) {
    int chosen = Math.max(TASKS_PER_CORE * spark.defaultParallelism(), tiles / MOST_TILES);
    int count = Math.min(tiles, wanted > 0 ? wanted : chosen);
    return IntStream.range(0, count)
        .mapToObj(i -> new PredictTask.Run(i, share(tiles, i, count), share(tiles, i + 1, count)))
        .toList();
  }

  private static int share(int tiles, int i, int count) {
    return (int) ((long) tiles * i / count);
  }
}
