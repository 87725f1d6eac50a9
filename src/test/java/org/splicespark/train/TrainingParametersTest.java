package org.splicespark.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.splicespark.train.TrainingParameters.ScheduleName.COSINE_RESTARTS;
import static org.splicespark.train.TrainingParameters.ScheduleName.MULTI_STEP;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.splicespark.model.Flank;

class TrainingParametersTest {
  @Test
  void theLastFiveOfTenEpochsHaveHalfTheRateOfThoseBefore() {
    Schedule schedule = MULTI_STEP.of(1e-3, 10, TrainingParameters.TRAINING_MILESTONES);
    assertEquals(new Schedule.MultiStep(1e-3, List.of(5, 6, 7, 8, 9), 0.5), schedule);
    assertEquals(1e-3 / 32, schedule.rate(9.5));
  }

  @Test
  void aShortTrainingBeginsWithItsFullRate() {
    assertEquals(1e-4, MULTI_STEP.of(1e-4, 2, TrainingParameters.TRANSFER_MILESTONES).rate(0));
    assertEquals(1e-4, MULTI_STEP.of(1e-4, 1, TrainingParameters.TRANSFER_MILESTONES).rate(0.9));
  }

  @Test
  void theCosineHasThePublishedPeriodAndMinimum() {
    assertEquals(new Schedule.CosineRestarts(1e-3, 5, 1e-5), COSINE_RESTARTS.of(1e-3, 10, 5));
  }

  @Test
  void longerFlanksHaveSmallerBatches() {
    assertEquals(
        List.of(36, 36, 24, 12),
        Stream.of(Flank.values()).map(TrainingParameters::batchSize).toList());
  }

  @Test
  void trainingWithoutEarlyStoppingGoesOnWhateverTheLossIs() {
    EarlyStopping off = parameters(false, 2).stopping().after(1).after(2).after(3);
    assertFalse(off.stopped());
    assertTrue(parameters(true, 2).stopping().after(1).after(2).after(3).stopped());
  }

  @Test
  void aPatienceOfNoEpochsIsRejected() {
    assertThrows(IllegalArgumentException.class, () -> parameters(true, 0));
  }

  private static TrainingParameters parameters(boolean earlyStopping, int patience) {
    return new TrainingParameters(
        10,
        Flank.F80,
        36,
        MULTI_STEP.of(1e-3, 10, 5),
        new LearnerParameters(
            new Loss.CrossEntropy(), LearnerParameters.Optimizer.ADAMW, 0.01, Freezing.NONE),
        earlyStopping,
        patience,
        TrainingParameters.SEED,
        TrainingParameters.WORKERS,
        TrainingParameters.STEPS_PER_ROUND);
  }
}
