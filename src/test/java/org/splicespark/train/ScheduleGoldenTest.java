package org.splicespark.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.splicespark.testing.Reference;

/** Learning rates of PyTorch's own schedules, two epochs of seven steps. */
@Tag("golden")
class ScheduleGoldenTest {
  private static final int STEPS = 14;

  @Test
  void trainingHalvesItsRateAsPyTorchDoes() throws IOException {
    assertRates("train_ce", new Schedule.MultiStep(1e-3, List.of(1), 0.5));
  }

  @Test
  void transferHalvesItsRateAsPyTorchDoes() throws IOException {
    assertRates("transfer_unfreeze2_ce", new Schedule.MultiStep(1e-4, List.of(1), 0.5));
  }

  @Test
  void theCosineIsPyTorchs() throws IOException {
    assertRates("train_focal_cosine", new Schedule.CosineRestarts(1e-3, 5, 1e-5));
  }

  private static void assertRates(String run, Schedule schedule) throws IOException {
    JsonNode file =
        new ObjectMapper().readTree(Reference.path("training/trajectories.json").toFile());
    JsonNode rates = file.get("runs").get(run).get("learning_rate_per_step");
    assertEquals(STEPS, rates.size());
    for (int step = 0; step < STEPS; step++) {
      double expected = rates.get(step).asDouble();
      assertEquals(expected, schedule.rateOfStep(step, STEPS / 2), 1e-15 * expected, run + step);
    }
  }
}
