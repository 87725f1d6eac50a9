package org.splicespark.spark.prediction;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import org.splicespark.model.ModelOpener;
import org.splicespark.predict.Tiling;
import org.splicespark.spark.InputFailures;
import org.splicespark.spark.Pace;
import org.splicespark.spark.PartStore;
import org.splicespark.spark.Progress;

/** The Spark job that scores: one task for each run of tiles that no earlier run has finished. */
record PredictStage(
    JavaSparkContext spark,
    ModelOpener opener,
    PrintStream messages,
    PredictRequest request,
    PartStore<PredictPart> store) {
  /** Tasks per core: one with many genes then holds the others up by little. */
  private static final int TASKS_PER_CORE = 8;

  /** So that a task that fails loses minutes. */
  private static final int MOST_TILES = 200;

  /**
   * @param parts in the order of the output
   * @param resumed how many of them an earlier run had finished
   * @param pace bases by seconds
   */
  record Scored(List<PredictPart> parts, int resumed, List<Pace.Sample> pace) {}

  Scored run() throws IOException {
    PartStore.Planner<PredictTask.Run[]> planner = this::runs;
    Map<Integer, PredictPart> finished = new HashMap<>();
    store.finished().forEach(part -> finished.put(part.part(), part));
    List<PredictPart> parts = new ArrayList<>(finished.values());
    List<PredictTask.Run> open = new ArrayList<>();
    long done = 0;
    for (PredictTask.Run run : store.decided("runs", planner)) {
      boolean before = finished.containsKey(run.number());
      if (!before) {
        open.add(run);
      }
      done += before ? bases(run) : 0;
    }
    int resumed = parts.size();
    List<Pace.Sample> pace = new ArrayList<>();
    if (!open.isEmpty()) {
      parts.addAll(scored(open, done, pace));
    }
    parts.sort(Comparator.comparingInt(PredictPart::part));
    return new Scored(parts, resumed, pace);
  }

  private long bases(PredictTask.Run run) {
    return IntStream.range(run.from(), run.to())
        .mapToLong(tile -> request.tiling().tile(tile).bases())
        .sum();
  }

  private PredictTask.Run[] runs() {
    int tiles = request.tiling().count();
    int wanted = request.running().partitions();
    int chosen = Math.max(TASKS_PER_CORE * spark.defaultParallelism(), tiles / MOST_TILES);
    int count = Math.min(tiles, wanted > 0 ? wanted : chosen);
    return IntStream.range(0, count)
        .mapToObj(i -> new PredictTask.Run(i, share(tiles, i, count), share(tiles, i + 1, count)))
        .toArray(PredictTask.Run[]::new);
  }

  private static int share(int tiles, int i, int count) {
    return (int) ((long) tiles * i / count);
  }

  /**
   * @param before bases that an earlier run scored
   */
  private List<PredictPart> scored(
      List<PredictTask.Run> open, long before, List<Pace.Sample> pace) {
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
            store,
            bases);
    spark.setJobDescription("splice sites of " + tiling.count() + " tiles");
    long all = tiling.bases();
    try (Progress progress =
        new Progress(s -> line(before, bases.sum(), all, s), bases::sum, messages)) {
      List<PredictPart> parts =
          InputFailures.ending(
              spark, () -> spark.parallelize(open, open.size()).mapPartitions(task).collect());
      pace.addAll(progress.pace());
      return parts;
    } finally {
      task.tiling().unpersist();
      task.models().unpersist();
      spark.setJobDescription(null);
    }
  }

  private static String line(long before, long scored, long all, double seconds) {
    long done = before + scored;
    return String.format(
        Locale.ROOT,
        "%4.0f s: %d of %d bases scored (%.0f %%, %.0f/s)",
        seconds,
        done,
        all,
        100.0 * done / Math.max(1, all),
        scored / seconds);
  }
}
