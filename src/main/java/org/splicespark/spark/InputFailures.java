package org.splicespark.spark;

import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.splicespark.error.InputException;

/**
 * Ends a Spark job at the first task that fails because of its input. Spark would try the task
 * again, some times, and read the same.
 */
public final class InputFailures extends SparkListener {
  private static final String PROPERTY = "splicespark.watched";

  private final JavaSparkContext spark;
  private final String id = UUID.randomUUID().toString();
  private final Set<Integer> stages = ConcurrentHashMap.newKeySet();
  private final AtomicReference<String> failure = new AtomicReference<>();

  private InputFailures(JavaSparkContext spark) {
    this.spark = spark;
  }

  /**
   * Runs a job of the calling thread.
   *
   * @throws CompletionException with the {@link InputException} as its cause: what other tasks
   *     finished may be of use yet, unlike that of a job whose input is refused before it begins
   */
  public static <T> T ending(JavaSparkContext spark, Supplier<T> job) {
    InputFailures watch = new InputFailures(spark);
    spark.sc().addSparkListener(watch);
    spark.setLocalProperty(PROPERTY, watch.id);
    try {
      return job.get();
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      String input = watch.failure.get();
      if (input != null) {
        throw new CompletionException(new InputException(input, e));
      }
      throw e;
    } finally {
      spark.setLocalProperty(PROPERTY, null);
      spark.sc().removeSparkListener(watch);
    }
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    Properties properties = submitted.properties();
    if (properties != null && id.equals(properties.getProperty(PROPERTY))) {
      stages.add(submitted.stageInfo().stageId());
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (stages.contains(end.stageId())
        && end.reason() instanceof ExceptionFailure thrown
        && thrown.className().equals(InputException.class.getName())
        && failure.compareAndSet(null, thrown.description())) {
      spark.sc().cancelStage(end.stageId(), thrown.description());
    }
  }
}
