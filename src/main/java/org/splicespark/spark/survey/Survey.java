package org.splicespark.spark.survey;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.error.InputException;
import org.splicespark.model.Compute;
import org.splicespark.spark.HadoopFiles;

/** Has the driver, and every executor there is, look around. */
public final class Survey {
  /**
   * Short tasks are given to whoever asks first: with one each, an executor may come away empty.
   */
  private static final int TASKS_PER_EXECUTOR = 4;

  private static final int ROUNDS = 3;
  private static final String DRIVER = "driver";

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
    return spark
        .parallelize(List.of(0), 1)
        .map(task -> TaskLook.facts(theProbe, DRIVER, wanted))
        .first();
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
   * Of executors.
   *
   * @param hosts those that answered
   * @param failure in one line, why no more could be asked; empty where nothing went wrong
   */
  public record Answers(List<HostFacts> hosts, String failure) {}

  /**
   * Asks all executors; each looks once, however many tasks it gets. Executors that die of looking
   * are an answer too. After one with a failure Spark may have stopped.
   */
  public Answers ofExecutors(Compute wanted) {
    Map<String, HostFacts> answers = new TreeMap<>();
    String failure = "";
    try {
      ask(wanted, answers);
    } catch (Exception e) {
      // SparkException is checked, and Scala does not declare it; the other says that Spark
      // stopped.
      if (e instanceof RuntimeException bug && !(e instanceof IllegalStateException)) {
        throw bug;
      }
      failure = firstLine(e);
    }
    return new Answers(List.copyOf(answers.values()), failure);
  }

  /** Without the stack traces that Spark puts into its messages. */
  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }

  private void ask(Compute wanted, Map<String, HostFacts> answers) {
    HostProbe theProbe = probe;
    for (int round = 0; round < ROUNDS && answers.size() < Math.max(1, executors()); round++) {
      int tasks = Math.max(1, executors()) * TASKS_PER_EXECUTOR;
      List<HostFacts> each =
          spark
              .parallelize(IntStream.range(0, tasks).boxed().toList(), tasks)
              .map(
                  task ->
                      TaskLook.facts(theProbe, "executor " + SparkEnv.get().executorId(), wanted))
              .collect();
      each.forEach(facts -> answers.put(facts.place(), facts));
    }
  }
}
