package org.splicespark.spark.survey;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.error.InputException;
import org.splicespark.model.Compute;
import org.splicespark.spark.ExecutorResources;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.TaskCompute;

/** Has the driver, and every executor there is, look around. */
public final class Survey {
  /**
   * Short tasks are given to whoever asks first: with one each, an executor may come away empty.
   */
  private static final int TASKS_PER_EXECUTOR = 4;

  private static final int ROUNDS = 3;
  private static final String DRIVER = "driver";
  private static final int PAUSE_MILLIS = 200;

  private final JavaSparkContext spark;
  private final HostProbe probe;

  /**
   * @param paths files of the run
   * @param network what runs a network; called where tasks run
   */
  public Survey(JavaSparkContext spark, List<String> paths, NetworkProbe network) {
    this.spark = spark;
    HadoopFiles files = new HadoopFiles(spark.hadoopConfiguration());
    List<String> names = paths.stream().map(path -> everywhere(files, path)).toList();
    this.probe = new HostProbe(files, names, network);
  }

  private static String everywhere(HadoopFiles files, String path) {
    try {
      return files.everywhere(path);
    } catch (IOException | InputException e) {
      return path; // Who looks at it will say the same.
    }
  }

  /** Of a session in which the driver does the work; the device is asked for inside a task. */
  public HostFacts ofOneJvm(Compute wanted) {
    HostProbe theProbe = probe;
    return spark.parallelize(List.of(0), 1).map(task -> facts(theProbe, DRIVER, wanted)).first();
  }

  /** Of the driver, where others do the work. */
  public HostFacts ofDriver() {
    return probe.look(DRIVER, null);
  }

  /** Executors that there are now, or that were asked for where that is more. */
  public int executors() {
    boolean fixed = !spark.getConf().getBoolean("spark.dynamicAllocation.enabled", false);
    int asked = fixed ? spark.getConf().getInt("spark.executor.instances", 0) : 0;
    return Math.max(asked, spark.sc().statusTracker().getExecutorInfos().length - 1);
  }

  /**
   * Of those executors that answered; each looks once, however many tasks it gets.
   *
   * @throws org.apache.spark.SparkException if a task could not be run
   */
  public List<HostFacts> ofExecutors(Compute wanted) {
    HostProbe theProbe = probe;
    Map<String, HostFacts> answers = new TreeMap<>();
    for (int round = 0; round < ROUNDS && answers.size() < Math.max(1, executors()); round++) {
      int tasks = Math.max(1, executors()) * TASKS_PER_EXECUTOR;
      List<HostFacts> each =
          spark
              .parallelize(IntStream.range(0, tasks).boxed().toList(), tasks)
              .map(task -> facts(theProbe, "executor " + SparkEnv.get().executorId(), wanted))
              .collect();
      each.forEach(facts -> answers.put(facts.place(), facts));
    }
    return List.copyOf(answers.values());
  }

  private static HostFacts facts(HostProbe probe, String place, Compute wanted)
      throws InterruptedException {
    Compute compute = TaskCompute.of(wanted);
    HostFacts facts =
        ExecutorResources.get(
                new Key(probe.paths(), compute),
                Once.class,
                () -> new Once(probe.look(place, compute)))
            .facts();
    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    return facts;
  }

  private record Key(List<String> paths, Compute compute) {}

  private record Once(HostFacts facts) implements AutoCloseable {
    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
