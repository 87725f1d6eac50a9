package org.splicespark.spark.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.error.OutputException;
import org.splicespark.testing.DriverKiller;
import org.splicespark.testing.ExecutorKiller;
import org.splicespark.testing.LocalCluster;
import org.splicespark.testing.SharedSpark;
import org.splicespark.train.LearnerOpener;
import org.splicespark.train.TrainingParameters;

/** Whatever is killed under a training, the weights are those of one on which nothing was. */
@Tag("spark")
@Tag("chaos")
class TrainChaosTest {
  /** Rounds long enough that tasks run nearly all the time. */
  static final TrainingParameters TWO_WORKERS = Trainings.parameters(2, 8);

  private static final int DRIVER_MILLIS = 1500;

  @TempDir static Path shared;
  private static Trainings trainings;
  private static QuietTraining quiet;

  @BeforeAll
  static void trainQuietly() throws IOException {
    trainings = new Trainings(shared, Trainings.data(shared, SharedSpark.context()));
    quiet = new QuietTraining(trainings, "quiet");
    run(SharedSpark.context(), "quiet", PlainLearner::open, false);
  }

  private static void run(JavaSparkContext spark, String name, LearnerOpener opener, boolean resume)
      throws IOException {
    trainings.run(spark, trainings.request(name, TWO_WORKERS, opener, resume));
  }

  @Test
  void aDriverThatIsKilledIsResumedToTheSameWeights() throws Exception {
    driverKilled(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4, 5, 6, 7})
  @Tag("wide")
  void soItIsWheneverItIsKilled(long seed) throws Exception {
    driverKilled(seed);
  }

  private void driverKilled(long seed) throws Exception {
    String name = "driver" + seed;
    Path log = shared.resolve(name + ".log");
    // Before its first round has ended, there is nothing to go on with.
    Path begun = TrainJob.resumeFile(shared.resolve(name));
    Process driver = SlowTrainDriver.start(trainings, name, shared.resolve(name + ".note"), log);
    new DriverKiller(log, begun, DRIVER_MILLIS).kill(driver, seed);
    long steps = trainings.end(name).steps();
    assertTrue(steps > 0 && steps < trainings.end("quiet").steps(), "it was under way: " + steps);
    quiet.requireSameCheckpointsSoFar(name);
    run(SharedSpark.context(), name, PlainLearner::open, true);
    quiet.requireSame(name);
  }

  @Test
  void aCheckpointThatCannotBeWrittenIsNamedAndTheTrainingIsResumedWhenItCan() throws Exception {
    Path log = shared.resolve("full.log");
    Process driver = SlowTrainDriver.startOnAFullDisk(trainings, "full", log);
    assertEquals(1, driver.waitFor(), () -> DyingDriver.text(log));
    Path model = shared.resolve("full/models/model_0.pt");
    String last = Files.readAllLines(log).stream().reduce((one, next) -> next).orElse("");
    assertEquals(
        OutputException.class.getName() + ": " + model + ": cannot be written: File too large",
        last);
    try (var left = Files.list(model.getParent())) {
      assertEquals(List.of(), left.toList());
    }
    run(SharedSpark.context(), "full", PlainLearner::open, true);
    quiet.requireSame("full");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path folder = Files.createSymbolicLink(shared.resolve("blocked"), Path.of("/proc/self"));
    String message =
        assertThrows(
                OutputException.class,
                () -> run(SharedSpark.context(), "blocked", PlainLearner::open, false))
            .getMessage();
    assertTrue(message.startsWith(folder + "/models: cannot be written"), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void anExecutorThatIsKilledCostsNoMoreThanTime() throws Exception {
    executorsKilled(1);
  }

  @Test
  @Tag("wide")
  void norDoTheyWheneverTheyAreKilled() throws Exception {
    executorsKilled(2, 3, 4, 5, 6);
  }

  private void executorsKilled(long... seeds) throws Exception {
    Path note = shared.resolve("step.note");
    LearnerOpener slow = StumblingLearner.slow(note.toString(), 100);
    var session = LocalCluster.start(Map.of());
    try {
      JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
      for (long seed : seeds) {
        new ExecutorKiller(spark, note, 1500)
            .during(
                seed,
                attempt -> {
                  String name = "killed" + seed + "." + attempt;
                  run(spark, name, slow, false);
                  quiet.requireSame(name);
                });
      }
    } finally {
      session.stop();
    }
  }
}
