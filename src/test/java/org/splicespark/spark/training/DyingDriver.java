package org.splicespark.spark.training;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.spark.Sessions;
import org.splicespark.train.TrainingParameters;

/** A training in a JVM of its own that dies at one step, driver and all. */
final class DyingDriver {
  static final int EXIT = 1;

  private DyingDriver() {}

  static Process start(
      Trainings trainings, TrainingParameters parameters, long step, Path note, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    // What Spark needs of the JVM, as this one has it.
    command.addAll(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> argument.startsWith("--add-"))
            .toList());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(DyingDriver.class.getName());
    command.addAll(List.of(trainings.folder().toString(), trainings.data().toString()));
    command.addAll(
        List.of("" + parameters.workers(), "" + parameters.stepsPerRound(), "" + step, "" + note));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .redirectInput(new File("/dev/null"))
        .start();
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
