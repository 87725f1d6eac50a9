package org.splicespark.testing;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.splicespark.spark.Sessions;

/** A cluster of two executors of one core, each a JVM of its own, on this machine. */
public final class LocalCluster {
  private LocalCluster() {}

  /**
   * Starts it in the place of the shared session; to be stopped by the caller.
   *
   * @param more settings
   */
  public static SparkSession start(Map<String, String> more) {
    SharedSpark.stop();
    Map<String, String> settings = new HashMap<>();
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.driver.host", "127.0.0.1");
    settings.put("spark.executor.memory", "700m");
    settings.put("spark.executor.extraClassPath", System.getProperty("java.class.path"));
    // Both executors must be there before the first task is; without a maximum, none is waited for.
    settings.put("spark.cores.max", "2");
    settings.put("spark.scheduler.minRegisteredResourcesRatio", "1.0");
    settings.put("spark.scheduler.maxRegisteredResourcesWaitingTime", "60s");
    settings.putAll(more);
    return Sessions.start("cluster", "local-cluster[2,1,2048]", settings);
  }
}
