package org.splicespark.spark.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.testing.LocalCluster;
import org.splicespark.testing.SharedSpark;
import org.splicespark.train.LearnerOpener;
import org.splicespark.train.TrainingParameters;

/** Whatever dies on the way, the weights are those of a training on which nothing did. */
@Tag("spark")
@Tag("chaos")
class TrainRecoveryTest {
  private static final TrainingParameters TWO_WORKERS = Trainings.parameters(2, 3);
  private static final long LATE_STEP = 20;

  @TempDir static Path shared;
  private static Trainings trainings;

  @BeforeAll
  static void trainQuietly() throws IOException {
    trainings = new Trainings(shared, Trainings.data(shared, SharedSpark.context()));
    run("quiet", PlainLearner::open, false);
  }

  private static void run(String name, LearnerOpener opener, boolean resume) throws IOException {
    trainings.run(SharedSpark.context(), trainings.request(name, TWO_WORKERS, opener, resume));
  }

  private static void assertLikeTheQuietOne(String name) throws IOException {
    new QuietTraining(trainings, "quiet").requireSame(name);
  }

  @Test
  void aTaskThatFailsIsRunAgain() throws IOException {
    Path note = shared.resolve("thrown.note");
    run("thrown", StumblingLearner.once(LATE_STEP, note.toString(), false), false);
    assertTrue(Files.exists(note), "it really failed");
    assertLikeTheQuietOne("thrown");
  }

  @Test
  void anExecutorThatDiesCostsARound() throws IOException {
    Path note = shared.resolve("killed.note");
    SparkSession session = LocalCluster.start(Map.of());
    try {
      LearnerOpener opener = StumblingLearner.once(LATE_STEP, note.toString(), true);
      trainings.run(
          new JavaSparkContext(session.sparkContext()),
          trainings.request("killed", TWO_WORKERS, opener, false));
    } finally {
      session.stop();
    }
    assertTrue(Files.exists(note), "it really died");
    assertLikeTheQuietOne("killed");
  }

  @Test
  void aDriverThatDiesIsResumed() throws IOException, InterruptedException {
    Path log = shared.resolve("driver.log");
    Process driver =
        DyingDriver.start(trainings, TWO_WORKERS, LATE_STEP, shared.resolve("driver.note"), log);
    assertEquals(DyingDriver.EXIT, driver.waitFor(), () -> DyingDriver.text(log));
    ResumePoint left = new ResumeFile(shared.resolve("driver/training.resume")).read();
    assertTrue(left.state().steps() > 0 && left.state().steps() <= LATE_STEP, "it was under way");
    run("driver", PlainLearner::open, true);
    assertLikeTheQuietOne("driver");
  }

  @Test
  void aTrainingThatCannotGoOnSaysSoAndIsResumedWhenItCan() throws IOException {
    assertThrows(Exception.class, () -> run("stuck", StumblingLearner.always(LATE_STEP), false));
    assertNotEquals(
        trainings.end("quiet").steps(), trainings.end("stuck").steps(), "it did not end");
    run("stuck", PlainLearner::open, true);
    assertLikeTheQuietOne("stuck");
  }

  @Test
  void aTrainingThatIsDoneIsResumedToTheSame() throws IOException {
    run("done", PlainLearner::open, false);
    run("done", PlainLearner::open, true);
    assertLikeTheQuietOne("done");
  }
}
