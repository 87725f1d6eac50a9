package org.splicespark.spark;

import java.util.concurrent.locks.LockSupport;
import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.api.java.JavaSparkContext;

/** Tasks outlive a job that failed for a while; they must not write into a folder just deleted. */
public record RunningTasks(JavaSparkContext spark) {
  private static final long PATIENCE_NANOS = 10_000_000_000L;
  private static final long POLL_NANOS = 20_000_000L;

  /** Waits until none is left, but not forever. */
  public void await() {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end && count() > 0) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private int count() {
    int running = 0;
    for (SparkExecutorInfo executor : spark.sc().statusTracker().getExecutorInfos()) {
      running += executor.numRunningTasks();
    }
    return running;
  }
}
