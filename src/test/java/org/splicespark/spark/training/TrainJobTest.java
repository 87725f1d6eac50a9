package org.splicespark.spark.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.error.InputException;
import org.splicespark.testing.SharedSpark;
import org.splicespark.train.LearnerParameters.Optimizer;
import org.splicespark.train.RoundReport;
import org.splicespark.train.Split;
import org.splicespark.train.TrainingParameters;
import org.splicespark.train.TrainingState;

/** What the weights depend on, and what they do not. */
@Tag("spark")
class TrainJobTest {
  @TempDir static Path shared;
  private static Trainings trainings;

  @BeforeAll
  static void makeData() throws IOException {
    trainings = new Trainings(shared, Trainings.data(shared, SharedSpark.context()));
  }

  private TrainingState trained(String name, TrainingParameters parameters) throws IOException {
    trainings.run(
        SharedSpark.context(), trainings.request(name, parameters, PlainLearner::open, false));
    return trainings.end(name);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, Integer.MAX_VALUE})
  void oneWorkerIsThePlainLoopBitForBitWhateverTheRounds(int stepsPerRound) throws IOException {
    TrainingParameters parameters = Trainings.parameters(1, stepsPerRound);
    TrainingState expected =
        PlainLoop.run(trainings, parameters, PlainLearner::open, PlainLearner.untrained(1));
    Trainings.assertSame(expected, trained("rounds" + stepsPerRound, parameters));
    assertTrue(expected.steps() > 30, "there is something to do");
  }

  @Test
  void twoWorkersThatAverageEveryStepAreOneWithBatchesTwiceAsLarge() throws IOException {
    int all = trainings.set("train").counts().stream().mapToInt(Integer::intValue).sum();
    // Batches of everything a worker has: the same examples, however they are ordered.
    TrainingState one = trained("double", Trainings.parameters(1, 1, all, Optimizer.SGD));
    TrainingState two = trained("two", Trainings.parameters(2, 1, all, Optimizer.SGD));
    assertEquals(one.steps(), two.steps());
    assertArrayEquals(one.tensors().get("weight"), two.tensors().get("weight"), 1e-5f);
    assertNotEquals(
        PlainLearner.untrained(1).tensors().get("weight")[0], two.tensors().get("weight")[0]);
  }

  @Test
  void twoRunsWithOneSeedAgreeAndOneWithAnotherDoesNot() throws IOException {
    TrainingParameters parameters = Trainings.parameters(2, 4);
    TrainingState first = trained("first", parameters);
    Trainings.assertSame(first, trained("second", parameters));
    TrainingParameters other = Trainings.withSeed(parameters, 12);
    assertNotEquals(
        first.tensors().get("weight")[0], trained("third", other).tensors().get("weight")[0]);
  }

  @Test
  void everyChunkIsTrainedOnOnceAnEpochAndEveryWindowIsEvaluated() throws IOException {
    TrainReport report =
        trainings.run(
            SharedSpark.context(),
            trainings.request("whole", Trainings.parameters(2, 4), PlainLearner::open, false));
    int all = trainings.set("train").counts().stream().mapToInt(Integer::intValue).sum();
    for (int epoch = 0; epoch < 3; epoch++) {
      int wanted = epoch;
      long examples =
          report.history().rounds().stream()
              .filter(round -> round.epoch() == wanted)
              .mapToLong(RoundReport::examples)
              .sum();
      assertEquals(all, examples);
    }
    int tested = trainings.set("test").counts().stream().mapToInt(Integer::intValue).sum();
    assertEquals(tested, report.history().epochs().get(2).evaluated().get(Split.TEST).examples());
  }

  @Test
  void checkpointsTablesPicturesAndLogsAreThere() throws IOException {
    TrainReport report =
        trainings.run(
            SharedSpark.context(),
            trainings.request("files", Trainings.parameters(1, 4), PlainLearner::open, false));
    Path folder = shared.resolve("files");
    Path models = folder.resolve("models");
    assertArrayEquals(
        Files.readAllBytes(models.resolve("model_" + report.bestEpoch() + ".pt")),
        Files.readAllBytes(report.best()));
    for (String name :
        List.of("metrics.tsv", "training.json", "curves.png", "curves.svg", "models/model_2.pt")) {
      assertTrue(Files.size(folder.resolve(name)) > 0, name);
    }
    List<String> losses = Files.readAllLines(folder.resolve("LOG/TRAIN/loss_every_update.txt"));
    assertEquals(trainings.end("files").steps(), losses.size());
    assertEquals(1 + 3 * 3, Files.readAllLines(folder.resolve("metrics.tsv")).size());
    assertFalse(report.stoppedEarly());
  }

  @Test
  void trainingEndsEarlyWhereValidationGetsNoBetter() throws IOException {
    TrainingParameters still = Trainings.unmoving(Trainings.parameters(1, 100));
    TrainReport report =
        trainings.run(
            SharedSpark.context(), trainings.request("early", still, PlainLearner::open, false));
    assertTrue(report.stoppedEarly());
    assertEquals(2, report.history().epochs().size(), "the first, and one that was no better");
    assertEquals(0, report.bestEpoch());
  }

  @Test
  void aTrainingThatGoesAstrayIsToldInOneLine() {
    TrainingParameters wild = Trainings.withRate(Trainings.parameters(1, 100), 1e30);
    InputException error =
        assertThrows(InputException.class, () -> cause(() -> trained("astray", wild)));
    assertTrue(error.getMessage().contains("--learning-rate"), error.getMessage());
  }

  private interface Work {
    void run() throws Exception;
  }

  /** Throws what is at the bottom of what Spark throws. */
  private static void cause(Work work) throws Throwable {
    try {
      work.run();
    } catch (Exception e) {
      Throwable root = e;
      while (root.getCause() != null && !(root instanceof InputException)) {
        root = root.getCause();
      }
      throw root;
    }
  }
}
