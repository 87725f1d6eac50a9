package org.splicespark.cli;

import java.util.Map;

/**
 * Where the driver's JVM is not ours to end: YARN takes the end of its own driver's JVM for a
 * crash, whatever the exit code, and Databricks' JVM has other work. There the main method returns,
 * or fails with an exception, which is shown to the user.
 */
final class Hosted {
  private Hosted() {}

  static boolean isHosted() {
    return isHosted(System.getProperty("spark.submit.deployMode"), System.getenv());
  }

  /**
   * @param deployMode as spark-submit says it; null without spark-submit
   */
  static boolean isHosted(String deployMode, Map<String, String> environment) {
    return "cluster".equals(deployMode) || environment.containsKey("DATABRICKS_RUNTIME_VERSION");
  }

  /**
   * @param code as the help of the program names it
   * @throws IllegalStateException for any but 0
   */
  static void end(int code) {
    if (code != 0) {
      throw new IllegalStateException(
          "splicespark ended with exit code " + code + "; the lines above say why");
    }
  }
}
