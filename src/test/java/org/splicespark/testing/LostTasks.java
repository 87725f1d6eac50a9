package org.splicespark.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Listens for tasks that end because their executor is gone. */
final class LostTasks extends SparkListener implements AutoCloseable {
  private static final int SECONDS = 5;

  private final JavaSparkContext spark;
  private final CountDownLatch first = new CountDownLatch(1);

  private LostTasks(JavaSparkContext spark) {
    this.spark = spark;
  }

  static LostTasks of(JavaSparkContext spark) {
    LostTasks lost = new LostTasks(spark);
    spark.sc().addSparkListener(lost);
    return lost;
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.reason() instanceof ExecutorLostFailure) {
      first.countDown();
    }
  }

  /** Whether there was one; a job's last events come some time after its end. */
  boolean any() throws InterruptedException {
    return first.await(SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    spark.sc().removeSparkListener(this);
  }
}
