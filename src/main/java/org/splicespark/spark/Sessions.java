package org.splicespark.spark;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.splicespark.error.InputException;

/**
 * How a Spark session is started: under spark-submit as the cluster says, else embedded with all
 * cores.
 */
public final class Sessions {
  private static final String NAME = "spark.app.name";
  private static final String TASK_GPU = "spark.task.resource.gpu.amount";

  private Sessions() {}

  /**
   * @param master null for what spark-submit set, or {@code local[*]} where nothing did
   * @param settings {@code spark.*} settings that win over all others
   * @throws InputException if tasks ask for GPUs where Spark has none to give
   */
  public static SparkSession start(String name, String master, Map<String, String> settings) {
    return start(name, master, settings, 1);
  }

  /**
   * The same for a run whose tasks must be under way at the same time.
   *
   * @param slots that it needs: where nobody says how many cores to use, at least these
   */
  public static SparkSession start(
      String name, String master, Map<String, String> settings, int slots) {
    SparkConf conf = new SparkConf();
    if (isUnnamed(conf.get(NAME, ""))) {
      conf.set(NAME, name);
    }
    if (master != null) {
      conf.setMaster(master);
    }
    conf.setIfMissing("spark.master", localWith(slots));
    if (isLocal(conf.get("spark.master"))) {
      // On a laptop nobody looks at the web page, and its port may be taken.
      conf.setIfMissing("spark.ui.enabled", "false");
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }
    settings.forEach(conf::set);
    requireGrantable(conf);
    return SparkSession.builder().config(conf).getOrCreate();
  }

  /** Where the user gives no name, spark-submit gives the main class's. */
  private static boolean isUnnamed(String name) {
    return name.isEmpty() || name.startsWith("org.splicespark.");
  }

  /** All cores, or more than there are if tasks would else wait for one another. */
  static String localWith(int slots) {
    return slots > Runtime.getRuntime().availableProcessors() ? "local[" + slots + "]" : "local[*]";
  }

  /** In local mode Spark knows no GPUs: a task that asks for one waits forever. */
  private static void requireGrantable(SparkConf conf) {
    if (isLocal(conf.get("spark.master")) && conf.contains(TASK_GPU)) {
      throw new InputException(
          TASK_GPU
              + " with a local master: no task would ever start; give --device cuda:0 instead");
    }
  }

  /**
   * True if the JVM has a session already, as a notebook or a test has: it is its owner's to stop.
   */
  public static boolean exists() {
    return isRunning(SparkSession.getActiveSession())
        || isRunning(SparkSession.getDefaultSession());
  }

  /** A session that was stopped is still remembered. */
  private static boolean isRunning(scala.Option<SparkSession> session) {
    return session.isDefined() && !session.get().sparkContext().isStopped();
  }

  static boolean isLocal(String master) {
    return master.equals("local") || master.startsWith("local[");
  }
}
