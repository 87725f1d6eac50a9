package org.splicespark.spark.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.spark.Sessions;
import org.splicespark.testing.OtherJvm;

/** A training in a JVM of its own, slow enough to be killed on the way. */
final class SlowTrainDriver {
  /** A step's; after the first round there are two seconds of steps. */
  private static final int MILLIS = 150;

  private SlowTrainDriver() {}

  static Process start(Trainings trainings, String name, Path note, Path log) throws IOException {
    return OtherJvm.start(
        SlowTrainDriver.class,
        log,
        List.of(trainings.folder().toString(), trainings.data().toString(), name, note.toString()));
  }

  public static void main(String[] args) throws IOException {
    Trainings trainings = new Trainings(Path.of(args[0]), Path.of(args[1]));
    var session = Sessions.start("slow", "local[2]", Map.of());
    trainings.run(
        new JavaSparkContext(session.sparkContext()),
        trainings.request(
            args[2], TrainChaosTest.TWO_WORKERS, StumblingLearner.slow(args[3], MILLIS), false));
  }
}
