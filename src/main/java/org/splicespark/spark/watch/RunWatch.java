package org.splicespark.spark.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerBlockUpdated;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.storage.BlockUpdatedInfo;
import org.splicespark.spark.Tally;

/**
 * Notes what a run of any command cost, and writes it when the run ends, as tab-separated lines on
 * the driver's disk. Spark starts it: {@code --conf spark.extraListeners=<this class> --conf
 * spark.splicespark.costs=FILE}.
 *
 * <p>Lines: {@code task}, stage, seconds, bytes of its result, bytes shuffled, records, scored;
 * {@code job}, its description, when it began and ended in seconds since the start; {@code
 * broadcast}, bytes; {@code heap}, bytes at most on the driver; {@code seconds}, of all.
 */
public final class RunWatch extends SparkListener {
  /** Where to write; the setting's name. */
  public static final String FILE = "spark.splicespark.costs";

  private static final String DESCRIPTION = "spark.job.description";

  private final Path file;
  private final long started = System.currentTimeMillis();
  private final List<String> lines = new ArrayList<>();
  private final Map<Integer, String> jobs = new HashMap<>();
  private long broadcast;

  /**
   * @throws IllegalArgumentException if the settings do not say where to write
   */
  public RunWatch(SparkConf conf) {
    if (!conf.contains(FILE)) {
      throw new IllegalArgumentException(RunWatch.class.getName() + " needs --conf " + FILE);
    }
    file = Path.of(conf.get(FILE));
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    TaskMetrics metrics = end.taskMetrics();
    if (!end.taskInfo().successful() || metrics == null) {
      return;
    }
    Tally tally = tally(end);
    long shuffled =
        metrics.shuffleWriteMetrics().bytesWritten()
            + metrics.shuffleReadMetrics().totalBytesRead();
    line(
        "task",
        end.stageId(),
        seconds(end.taskInfo().duration()),
        metrics.resultSize(),
        shuffled,
        tally.records(),
        tally.scored());
  }

  /** What the task added to the count of records; nothing where it counts none. */
  private static Tally tally(SparkListenerTaskEnd end) {
    var all = end.taskInfo().accumulables().iterator();
    while (all.hasNext()) {
      AccumulableInfo one = all.next();
      if (one.update().isDefined() && one.update().get() instanceof Tally tally) {
        return tally;
      }
    }
    return new Tally();
  }

  @Override
  public void onJobStart(SparkListenerJobStart start) {
    String description =
        start.properties() == null ? "" : start.properties().getProperty(DESCRIPTION, "");
    jobs.put(start.jobId(), description.replaceAll("\\s", " ") + "\t" + since(start.time()));
  }

  @Override
  public void onJobEnd(SparkListenerJobEnd end) {
    line("job", jobs.get(end.jobId()), since(end.time()));
  }

  @Override
  public void onBlockUpdated(SparkListenerBlockUpdated updated) {
    BlockUpdatedInfo info = updated.blockUpdatedInfo();
    boolean sent = info.blockId().isBroadcast() && info.blockManagerId().isDriver();
    if (sent && info.storageLevel().isValid()) {
      broadcast += info.memSize() + info.diskSize();
    }
  }

  @Override
  public void onApplicationEnd(SparkListenerApplicationEnd end) {
    write(end.time());
  }

  /**
   * Writes the file.
   *
   * @param time when the run ended, in milliseconds since 1970
   */
  public void write(long time) {
    line("broadcast", broadcast);
    line("heap", heap());
    line("seconds", since(time));
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The most that each of the heap's pools held. */
  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  private String since(long time) {
    return seconds(time - started);
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1e3);
  }

  private void line(Object... fields) {
    List<String> texts = new ArrayList<>();
    for (Object field : fields) {
      texts.add(String.valueOf(field));
    }
    lines.add(String.join("\t", texts));
  }
}
