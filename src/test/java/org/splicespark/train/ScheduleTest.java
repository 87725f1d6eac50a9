package org.splicespark.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final double NONE = 0;

  @Test
  void milestonesMultiplyTheRateFromTheirEpochOn() {
    Schedule schedule = new Schedule.MultiStep(1e-3, List.of(5, 6, 9), 0.5);
    assertEquals(1e-3, schedule.rate(0), NONE);
    assertEquals(1e-3, schedule.rate(4.999), NONE);
    assertEquals(5e-4, schedule.rate(5), NONE);
    assertEquals(2.5e-4, schedule.rate(8.5), NONE);
    assertEquals(1.25e-4, schedule.rate(9), NONE);
    assertEquals(5e-4, schedule.rateOfStep(35, 7), NONE);
    assertEquals(1e-3, schedule.rateOfStep(34, 7), NONE);
  }

  @Test
  void theCosineFallsToItsMinimumAndRestarts() {
    Schedule schedule = new Schedule.CosineRestarts(1e-3, 5, 1e-5);
    assertEquals(1e-3, schedule.rate(0), NONE);
    // Half a period: the cosine is 0, the rate the mean of both ends.
    assertEquals((1e-3 + 1e-5) / 2, schedule.rate(2.5), 1e-18);
    assertEquals(1e-5, schedule.rate(4.99999), 1e-12);
    assertEquals(1e-3, schedule.rate(5), NONE);
    assertEquals(schedule.rate(1.25), schedule.rate(11.25), NONE);
  }

  @Test
  void ratesOfCosineStepsAreThoseOfTheStepBefore() {
    Schedule schedule = new Schedule.CosineRestarts(1e-3, 5, 1e-5);
    assertEquals(1e-3, schedule.rateOfStep(0, 10), NONE);
    assertEquals(1e-3, schedule.rateOfStep(1, 10), NONE);
    assertEquals(schedule.rate(0.7), schedule.rateOfStep(8, 10), NONE);
  }

  @Test
  void ratesThatAreNoneAreRejected() {
    assertThrows(IllegalArgumentException.class, () -> new Schedule.MultiStep(0, List.of(), 0.5));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.MultiStep(1, List.of(), 0));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.CosineRestarts(1e-3, 0, 1e-5));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.CosineRestarts(1e-3, 5, 1e-2));
    assertThrows(
        IllegalArgumentException.class, () -> new Schedule.CosineRestarts(Double.NaN, 5, 0));
  }
}
