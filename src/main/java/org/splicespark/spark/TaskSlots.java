package org.splicespark.spark;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;

/**
 * What a session can do at a time.
 *
 * @param cores of all executors together; empty where only the cluster knows
 * @param coresPerTask that Spark sets aside for each task
 * @param local whether they are this machine's, in this JVM
 */
public record TaskSlots(OptionalInt cores, int coresPerTask, boolean local) {
  private static final Pattern LOCAL = Pattern.compile("local\\[(\\d+|\\*)(?:,.*)?]");
  private static final Pattern LOCAL_CLUSTER =
      Pattern.compile("local-cluster\\[\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,.*]");

  /**
   * @param conf of a session that runs
   */
  public static TaskSlots of(SparkConf conf) {
    String master = conf.get("spark.master");
    boolean local = Sessions.isLocal(master);
    OptionalInt cores = local ? OptionalInt.of(localCores(master)) : clusterCores(master, conf);
    return new TaskSlots(cores, conf.getInt("spark.task.cpus", 1), local);
  }

  /** Tasks at a time; empty where only the cluster knows. */
  public OptionalInt count() {
    return cores.isEmpty() ? cores : OptionalInt.of(cores.getAsInt() / coresPerTask);
  }

  /**
   * Threads for each of some tasks that run side by side and share the cores; 0 on a cluster, where
   * Spark knows better which cores a task has.
   */
  public int threads(int tasks) {
    return local ? Math.max(1, cores.orElseThrow() / tasks) : 0;
  }

  private static int localCores(String master) {
    Matcher matcher = LOCAL.matcher(master);
    if (!matcher.matches()) {
      return 1;
    }
    String cores = matcher.group(1);
    return cores.equals("*") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(cores);
  }

  private static OptionalInt clusterCores(String master, SparkConf conf) {
    Matcher matcher = LOCAL_CLUSTER.matcher(master);
    if (matcher.matches()) {
      return OptionalInt.of(
          Integer.parseInt(matcher.group(1)) * Integer.parseInt(matcher.group(2)));
    }
    // With dynamic allocation the number of executors is where it begins, not where it ends.
    boolean fixed = !conf.getBoolean("spark.dynamicAllocation.enabled", false);
    if (fixed && conf.contains("spark.executor.instances")) {
      int executors = conf.getInt("spark.executor.instances", 1);
      return OptionalInt.of(executors * conf.getInt("spark.executor.cores", 1));
    }
    int most = conf.getInt("spark.cores.max", 0);
    return most > 0 ? OptionalInt.of(most) : OptionalInt.empty();
  }
}
