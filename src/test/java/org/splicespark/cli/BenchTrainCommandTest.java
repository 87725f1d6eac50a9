package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.testing.TorchPython;

@Tag("native")
class BenchTrainCommandTest {
  private static final int STEP = 3;
  private static final int PEER = 4;
  private static final int RATIO = 5;
  private static final int RANGE = 6;
  private static final int CPU_RATIO = 8;

  private static final Map<String, String> SMALL =
      Map.of("--flank", "80", "--rounds", "1", "--steps", "1", "--batch-size", "1");

  private static Ended run(String changes) {
    return new Invocation(Path.of(""), "bench-train", SMALL).run(changes);
  }

  /** The cells of the only line below the table's head. */
  private static List<String> line(Ended ended) {
    List<String> lines = ended.requireDone().out().lines().toList();
    assertEquals(3, lines.size(), ended.out());
    List<Integer> widths = lines.stream().map(line -> cells(line).size()).distinct().toList();
    assertEquals(1, widths.size(), "a line has cells that the head has not");
    return cells(lines.get(2));
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.strip().substring(1).split("\\|")).map(String::strip).toList();
  }

  @Test
  void withoutPythonThereAreOurStepsAlone() {
    List<String> cells = line(run(""));
    assertEquals(List.of("80", "1", "1"), cells.subList(0, STEP));
    assertTrue(Double.parseDouble(cells.get(STEP)) > 0);
    assertEquals(List.of("-", "-", "-"), cells.subList(PEER, RANGE + 1));
  }

  @Test
  @Tag("golden")
  void withPythonTheRatioIsOfOursToTheirs() throws InterruptedException {
    List<String> cells = line(run("--python=" + TorchPython.orSkipped()));
    double ours = Double.parseDouble(cells.get(STEP));
    double theirs = Double.parseDouble(cells.get(PEER));
    double ratio = Double.parseDouble(cells.get(RATIO));
    // Seconds are rounded to 0.001, and a step takes some 0.05.
    assertEquals(ours / theirs, ratio, 0.05 * ratio);
    assertEquals(cells.get(RATIO) + "-" + cells.get(RATIO), cells.get(RANGE));
    assertTrue(Double.parseDouble(cells.get(CPU_RATIO)) > 0);
  }

  @Test
  void aPythonThatIsNotThereIsNamed() {
    Ended ended = run("--python=no-such-python");
    assertEquals(Main.INPUT, ended.code());
    assertTrue(ended.err().contains("no-such-python cannot be run"), ended.err());
  }

  @Test
  void aPythonThatEndsEarlyIsNamed() {
    Ended ended = run("--python=false");
    assertEquals(Main.INPUT, ended.code());
    assertTrue(ended.err().contains("false ended early"), ended.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--flank=81", "--steps=0", "--threads=0", "--rounds=0", "--batch-size=0"})
  void optionsOutOfRangeAreUsageErrors(String options) {
    run(options).requireUsage(options.split("=")[0]);
  }
}
