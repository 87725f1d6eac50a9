package org.splicespark.cli.bench.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;

/** From what a run cost to what others will. */
class RunInputsTest {
  @TempDir Path folder;

  private RunCosts costs(List<String> more) throws IOException {
    List<String> lines = new ArrayList<>(more);
    lines.add("job\tscore in.vcf\t5.000\t25.500");
    lines.add("broadcast\t1000000");
    lines.add("heap\t2000000");
    lines.add("seconds\t31.000");
    return RunCosts.read(Files.write(folder.resolve("costs.tsv"), lines));
  }

  private static String task(double seconds, long records, long scored) {
    return String.format(Locale.ROOT, "task\t0\t%.6f\t1500\t0\t%d\t%d", seconds, records, scored);
  }

  @Test
  void whatTheWatchWroteIsRead() throws IOException {
    RunCosts run = costs(List.of("task\t7\t0.5\t900\t30\t0\t0", task(2, 10, 5), task(3.5, 20, 9)));
    assertEquals(2, run.tasks().size());
    assertEquals(new RunCosts.Task(3.5, 1500, 20, 9), run.tasks().get(1));
    assertEquals(20.5, run.scoring().seconds(), 1e-9);
    assertEquals(5.5, run.secondsAfterScoring(), 1e-9);
    assertEquals(3.5, run.slowestTask(), 1e-9);
    assertEquals(3900, run.collectedBytes());
    assertEquals(30, run.shuffledBytes());
  }

  @Test
  void aFileThatSaysNothingOfScoringIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("other.tsv"), "job\tx\t1\t2\n");
    assertThrows(InputException.class, () -> RunCosts.read(file));
    Files.writeString(file, "task\tno\n");
    assertThrows(InputException.class, () -> RunCosts.read(file));
    assertThrows(InputException.class, () -> RunCosts.read(folder.resolve("absent")));
  }

  @Test
  void theCostsOfATaskAreFoundAndTheFirstOnACoreIsNotTakenForOneLikeTheOthers() throws IOException {
    Random random = new Random(9);
    List<String> tasks = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int records = 50 + random.nextInt(100);
      int scored = random.nextInt(records);
      double warm = 0.4 + 0.01 * records + 0.2 * scored;
      tasks.add(task(warm + (i < 2 ? 7 : 0), records, scored));
    }
    RunInputs inputs = RunInputs.of(costs(tasks), 2, 0.001);
    assertEquals(0.4, inputs.cost().each(), 1e-3);
    assertEquals(0.01, inputs.cost().perRecord(), 1e-4);
    assertEquals(0.2, inputs.cost().perScored(), 1e-4);
    assertEquals(7, inputs.openSeconds(), 1e-3);
    Schedule one = inputs.schedule(List.of(new CohortParts.Part(100, 50)), inputs.cluster(1, 1));
    assertEquals(0.001 + 7 + 0.4 + 1 + 10, one.seconds(), 1e-2);
  }

  @Test
  void aTermThatWouldBeNegativeIsLeftOut() {
    List<RunCosts.Task> tasks = new ArrayList<>();
    for (int i = 1; i < 20; i++) {
      // Less than nothing at the start.
      tasks.add(new RunCosts.Task(0.5 * i - 0.2, 0, 100, i));
    }
    TaskCost cost = TaskCost.fitted(tasks);
    assertTrue(cost.each() >= 0 && cost.perRecord() >= 0, cost.toString());
    assertEquals(0.5, cost.perScored(), 0.05);
  }

  @Test
  void tooFewTasksAreNoMeasurement() {
    List<RunCosts.Task> one = List.of(new RunCosts.Task(1, 0, 5, 5));
    assertThrows(IllegalArgumentException.class, () -> TaskCost.fitted(one));
  }
}
