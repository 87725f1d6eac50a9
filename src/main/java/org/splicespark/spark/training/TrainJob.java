package org.splicespark.spark.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.error.InputException;

/**
 * Trains a network: rounds of steps on executors between which the driver holds the truth (local
 * SGD: McMahan et al. 2017, Stich 2019). Everything but the time it takes follows from the request,
 * whatever fails on the way.
 */
public final class TrainJob {
  private static final Duration BETWEEN_SAVES = Duration.ofSeconds(30);

  private final JavaSparkContext spark;
  private final PrintStream progress;
  private final Duration betweenSaves;

  /** The file in a training's folder that says how far it is. */
  public static Path resumeFile(Path folder) {
    return folder.resolve("training.resume");
  }

  public TrainJob(JavaSparkContext spark, PrintStream progress) {
    this(spark, progress, BETWEEN_SAVES);
  }

  TrainJob(JavaSparkContext spark, PrintStream progress, Duration betweenSaves) {
    this.spark = spark;
    this.progress = progress;
    this.betweenSaves = betweenSaves;
  }

  /**
   * @throws InputException if data cannot be read or change meanwhile, the folder has no training
   *     to resume or another one, or the loss is no number any more
   */
  public TrainReport run(TrainRequest request) throws IOException {
    try {
      return new RunningTraining(spark, progress, betweenSaves, request).run();
    } catch (Exception e) {
      // Of a file that is cut short under it, Spark says much, but not that it changed.
      WatchedData.of(request).requireUnchangedAfter(e);
      throw e;
    }
  }
}
