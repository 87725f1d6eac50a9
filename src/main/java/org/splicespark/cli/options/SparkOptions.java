package org.splicespark.cli.options;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.splicespark.spark.Sessions;
import picocli.CommandLine.Option;

/** Where Spark runs. */
public final class SparkOptions {

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = {
        "Spark's master: local[4] for four cores, spark://host:7077, yarn, k8s://... Default: what"
            + " spark-submit says, else all cores of this machine."
      })
  private String master;

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description = "A setting of Spark; may be given several times.")
  private Map<String, String> settings = new LinkedHashMap<>();

  public SparkSession start(String command) {
    return start(command, 1);
  }

  /**
   * @param slots tasks that must run at the same time
   */
  public SparkSession start(String command, int slots) {
    return Sessions.start("splicespark " + command, master, settings, slots);
  }
}
