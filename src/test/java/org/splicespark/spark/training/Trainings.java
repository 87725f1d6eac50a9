package org.splicespark.spark.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.shards.MadeUpGenes;
import org.splicespark.train.Freezing;
import org.splicespark.train.LearnerOpener;
import org.splicespark.train.LearnerParameters;
import org.splicespark.train.LearnerParameters.Optimizer;
import org.splicespark.train.Loss;
import org.splicespark.train.Schedule;
import org.splicespark.train.TrainingParameters;
import org.splicespark.train.TrainingState;

/** Small trainings in a folder, with a learner in plain Java. */
record Trainings(Path folder, Path data) implements Serializable {
  static final Flank FLANK = Flank.F80;
  private static final PrintStream QUIET = new PrintStream(OutputStream.nullOutputStream());

  /** Two shards to train on, one to validate, one to test. */
  static Path data(Path folder, JavaSparkContext spark) throws IOException {
    Path output = folder.resolve("data");
    MadeUpGenes.write(output, spark);
    return output;
  }

  DatasetFiles set(String split) {
    return DatasetFiles.of(
        data.resolve("parquet").resolve(split).toString(), new HadoopFiles(new Configuration()));
  }

  static TrainingParameters parameters(int workers, int stepsPerRound) {
    return parameters(workers, stepsPerRound, 7, Optimizer.ADAMW);
  }

  static TrainingParameters parameters(
      int workers, int stepsPerRound, int batchSize, Optimizer optimizer) {
    return parameters(3, workers, stepsPerRound, batchSize, optimizer);
  }

  static TrainingParameters parameters(
      int epochs, int workers, int stepsPerRound, int batchSize, Optimizer optimizer) {
    return new TrainingParameters(
        epochs,
        FLANK,
        batchSize,
        new Schedule.CosineRestarts(0.5, 2, 0.1),
        new LearnerParameters(new Loss.CrossEntropy(), optimizer, 0, Freezing.NONE),
        false,
        2,
        11,
        workers,
        stepsPerRound);
  }

  /** Rates so small that no weight changes, and one epoch's patience. */
  static TrainingParameters unmoving(TrainingParameters p) {
    return copy(withRate(p, 1e-30), p.seed(), true);
  }

  static TrainingParameters withSeed(TrainingParameters p, long seed) {
    return copy(p, seed, false);
  }

  static TrainingParameters withRate(TrainingParameters p, double rate) {
    return new TrainingParameters(
        p.epochs(),
        p.flank(),
        p.batchSize(),
        new Schedule.MultiStep(rate, List.of(), 1),
        p.learner(),
        p.earlyStopping(),
        p.patience(),
        p.seed(),
        p.workers(),
        p.stepsPerRound());
  }

  private static TrainingParameters copy(TrainingParameters p, long seed, boolean impatient) {
    return new TrainingParameters(
        p.epochs(),
        p.flank(),
        p.batchSize(),
        p.schedule(),
        p.learner(),
        impatient,
        impatient ? 1 : 2,
        seed,
        p.workers(),
        p.stepsPerRound());
  }

  TrainRequest request(
      String name, TrainingParameters parameters, LearnerOpener opener, boolean resume) {
    return request(name, parameters, opener, PlainLearner.untrained(1), resume);
  }

  TrainRequest request(
      String name,
      TrainingParameters parameters,
      LearnerOpener opener,
      TrainingState first,
      boolean resume) {
    return new TrainRequest(
        set("train"),
        Optional.of(set("validation")),
        Optional.of(set("test")),
        parameters,
        first,
        Compute.cpu(),
        opener,
        (target, state, flank) -> target.write(text(state)),
        folder.resolve(name),
        "a small training",
        true,
        resume);
  }

  TrainReport run(JavaSparkContext spark, TrainRequest request) throws IOException {
    return new TrainJob(spark, QUIET, Duration.ZERO).run(request);
  }

  /** Weights, moments and counters that a training ended with. */
  TrainingState end(String name) {
    return new ResumeFile(folder.resolve(name).resolve("training.resume")).read().state();
  }

  private static byte[] text(TrainingState state) {
    StringBuilder text = new StringBuilder();
    state.tensors().forEach((key, values) -> text.append(key).append(List.of(boxed(values))));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Float[] boxed(float[] values) {
    Float[] boxed = new Float[values.length];
    for (int i = 0; i < values.length; i++) {
      boxed[i] = values[i];
    }
    return boxed;
  }

  static void assertSame(TrainingState expected, TrainingState actual) {
    assertEquals(expected.steps(), actual.steps());
    assertEquals(expected.counters(), actual.counters());
    assertEquals(expected.tensors().keySet(), actual.tensors().keySet());
    expected.tensors().forEach((n, v) -> assertArrayEquals(v, actual.tensors().get(n), n));
    expected.first().forEach((n, v) -> assertArrayEquals(v, actual.first().get(n), n));
  }
}
