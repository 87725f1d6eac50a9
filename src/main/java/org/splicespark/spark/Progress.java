package org.splicespark.spark;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleFunction;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;

/** A line on standard error every 30 seconds while a job runs. */
public final class Progress implements AutoCloseable {
  private static final int FIRST_SECONDS = 10;
  private static final int SECONDS = 30;

  private final DoubleFunction<String> line;
  private final PrintStream out;
  private final Pace pace;
  private final long started = System.nanoTime();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param line says how far the job is, by the seconds since it began
   */
  public Progress(DoubleFunction<String> line, PrintStream out) {
    this(line, () -> 0, out);
  }

  /**
   * @param done what is done so far, for {@link #pace}
   */
  public Progress(DoubleFunction<String> line, LongSupplier done, PrintStream out) {
    this.line = line;
    this.out = out;
    this.pace = new Pace(done);
    clock.scheduleAtFixedRate(() -> pace.look(seconds()), 1, 1, TimeUnit.SECONDS);
    clock.scheduleAtFixedRate(this::print, FIRST_SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void print() {
    out.println(line.apply(seconds()));
  }

  private double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }

  /** How much was done when, until now; to be asked before it is closed. */
  public List<Pace.Sample> pace() {
    return pace.samples(seconds());
  }

  static String line(Tally tally, int finished, int parts, double seconds) {
    String skipped =
        tally.skipped().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%4.0f s: %d of %d parts done (%.0f %%), %d records, %d scored (%.1f/s)%s",
        seconds,
        finished,
        parts,
        100.0 * finished / Math.max(1, parts),
        tally.records(),
        tally.scored(),
        tally.scored() / seconds,
        skipped.isEmpty() ? "" : "; skipped: " + skipped);
  }

  /** Tasks of the running stages that are done. */
  public static int finishedTasks(JavaSparkContext spark) {
    int finished = 0;
    for (int stage : spark.statusTracker().getActiveStageIds()) {
      var info = spark.statusTracker().getStageInfo(stage);
      finished += info == null ? 0 : info.numCompletedTasks();
    }
    return finished;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
