package org.splicespark.spark.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.djl.DjlModels;
import org.splicespark.testing.SharedSpark;
import org.splicespark.train.LearnerParameters.Optimizer;
import org.splicespark.train.TrainingParameters;
import org.splicespark.train.TrainingState;

/** The real network in rounds. */
@Tag("spark")
@Tag("native")
class TrainJobTorchTest {
  @TempDir static Path shared;
  private static Trainings trainings;

  @BeforeAll
  static void makeData() throws IOException {
    trainings = new Trainings(shared, Trainings.data(shared, SharedSpark.context()));
  }

  private static TrainingParameters parameters(int workers) {
    return Trainings.withRate(Trainings.parameters(2, workers, 2, 36, Optimizer.ADAMW), 1e-3);
  }

  private static TrainReport run(String name, int workers) throws IOException {
    TrainingState first = DjlModels.initialState(Trainings.FLANK, 5);
    return trainings.run(
        SharedSpark.context(),
        trainings.request(name, parameters(workers), DjlModels::learner, first, false));
  }

  @Test
  void oneWorkerIsThePlainLoopBitForBit() throws IOException {
    TrainingState first = DjlModels.initialState(Trainings.FLANK, 5);
    TrainingState expected = PlainLoop.run(trainings, parameters(1), DjlModels::learner, first);
    run("one", 1);
    Trainings.assertSame(expected, trainings.end("one"));
  }

  @Test
  @Tag("wide")
  void twoWorkersLearnTheSameTwice() throws IOException {
    TrainReport report = run("two", 2);
    run("again", 2);
    Trainings.assertSame(trainings.end("two"), trainings.end("again"));
    var epochs = report.history().epochs();
    assertEquals(2, epochs.size());
    assertTrue(epochs.get(1).trainingLoss() < epochs.get(0).trainingLoss(), "it learns");
  }
}
