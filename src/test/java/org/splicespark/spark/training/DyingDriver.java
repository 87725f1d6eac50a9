package org.splicespark.spark.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.spark.Sessions;
import org.splicespark.testing.OtherJvm;
import org.splicespark.train.TrainingParameters;

/** A training in a JVM of its own that dies at one step, driver and all. */
final class DyingDriver {
  static final int EXIT = 1;

  private DyingDriver() {}

  static Process start(
      Trainings trainings, TrainingParameters parameters, long step, Path note, Path log)
      throws IOException {
    return OtherJvm.start(
        DyingDriver.class,
        log,
        List.of(
            trainings.folder().toString(),
            trainings.data().toString(),
            "" + parameters.workers(),
            "" + parameters.stepsPerRound(),
            "" + step,
            note.toString()));
  }

  public static void main(String[] args) throws IOException {
    Trainings trainings = new Trainings(Path.of(args[0]), Path.of(args[1]));
    TrainingParameters parameters =
        Trainings.parameters(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    var session = Sessions.start("dying", "local[2]", java.util.Map.of());
    trainings.run(
        new JavaSparkContext(session.sparkContext()),
        trainings.request(
            "driver",
            parameters,
            StumblingLearner.once(Long.parseLong(args[4]), args[5], true),
            false));
  }

  static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
