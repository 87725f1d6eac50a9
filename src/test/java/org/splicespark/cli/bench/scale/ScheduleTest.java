package org.splicespark.cli.bench.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Schedules that can be told by hand. */
class ScheduleTest {
  private static final double[] SKEWED = {1, 1, 1, 9, 1, 1, 1, 1};

  private static double seconds(double[] tasks, int executors, int cores) {
    return Schedule.of(tasks, new Cluster(executors, cores, 0, 0)).seconds();
  }

  @Test
  void oneCoreTakesTheSumAndEndlessCoresTheLongestTask() {
    assertEquals(16, seconds(SKEWED, 1, 1), 1e-9);
    assertEquals(9, seconds(SKEWED, 1000, 4), 1e-9);
    assertEquals(9, Schedule.of(SKEWED, new Cluster(1, 1, 0, 0)).slowestSeconds(), 1e-9);
  }

  @Test
  void aLongTaskThatStartsLateIsWaitedFor() {
    assertEquals(9, seconds(new double[] {9, 1, 1, 1, 1, 1}, 2, 1), 1e-9);
    assertEquals(11, seconds(new double[] {1, 1, 1, 1, 9, 1}, 1, 2), 1e-9);
  }

  @Test
  void tasksGoToTheCoreThatIsFreeFirst() {
    // Core one: 3, then 2; core two: 1, 1, 1, then 4.
    assertEquals(7, seconds(new double[] {3, 1, 1, 1, 2, 4}, 2, 1), 1e-9);
  }

  @Test
  void whatIsDoneOnceOnEachCoreIsPaidByItsFirstTask() {
    Schedule schedule = Schedule.of(new double[] {1, 1, 1, 1}, new Cluster(2, 1, 10, 0));
    assertEquals(12, schedule.seconds(), 1e-9);
    assertEquals(24, schedule.busySeconds(), 1e-9);
    assertEquals(11, schedule.slowestSeconds(), 1e-9);
    // A core without a task opens nothing.
    Schedule few = Schedule.of(new double[] {1}, new Cluster(100, 1, 10, 0));
    assertEquals(11, few.busySeconds(), 1e-9);
  }

  @Test
  void manyShortTasksTakeAsLongAsTheDriverNeedsToSendThem() {
    double[] tasks = new double[1000];
    Arrays.fill(tasks, 0.001);
    Cluster cluster = new Cluster(1000, 4, 0, 0.01);
    Schedule schedule = Schedule.of(tasks, cluster);
    assertEquals(10.001, schedule.seconds(), 1e-9);
    assertTrue(schedule.efficiency(cluster) < 0.001);
  }

  @Test
  void aDriverThatIsFastEnoughCostsEachTaskOnlyItsOwnSending() {
    assertEquals(
        5.05,
        Schedule.of(new double[] {1, 1, 1, 1, 1}, new Cluster(1, 1, 0, 0.01)).seconds(),
        1e-9);
  }

  @Test
  void noScheduleBeatsTheMeanLoadOrTheLongestTaskNorLosesMoreThanThatTask() {
    Random random = new Random(5);
    double[] tasks = random.doubles(500).map(d -> d * d * 20).toArray();
    double sum = Arrays.stream(tasks).sum();
    double longest = Arrays.stream(tasks).max().orElseThrow();
    for (int cores : new int[] {1, 3, 16, 100, 499}) {
      double seconds = seconds(tasks, cores, 1);
      assertTrue(seconds >= Math.max(sum / cores, longest) - 1e-9, cores + " cores");
      assertTrue(seconds <= sum / cores + longest, cores + " cores");
    }
  }

  @Test
  void nothingToDoTakesNoTimeAndNoCoresAreNoCluster() {
    assertEquals(0, seconds(new double[0], 3, 1), 0);
    assertThrows(IllegalArgumentException.class, () -> new Cluster(0, 4, 0, 0));
  }
}
