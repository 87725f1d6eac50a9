package org.splicespark.cli.bench.scale;

import java.util.Collections;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;

/** How long the driver needs to send a task and hear of its end. */
public final class DispatchTimer {
  private static final int TASKS = 2000;

  private DispatchTimer() {}

  /** Seconds per task of a stage whose tasks do nothing, after such a stage has warmed up. */
  public static double seconds(JavaSparkContext spark) {
    List<Integer> numbers = Collections.nCopies(TASKS, 0);
    double seconds = 0;
    for (int round = 0; round < 2; round++) {
      long started = System.nanoTime();
      spark.parallelize(numbers, TASKS).foreach(number -> {});
      seconds = (System.nanoTime() - started) / 1e9;
    }
    return seconds / TASKS;
  }
}
