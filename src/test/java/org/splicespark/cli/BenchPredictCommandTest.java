package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.model.Flank;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.PtFiles;

/** The table of bench-predict, on little. */
@Tag("native")
class BenchPredictCommandTest {
  @TempDir Path folder;

  private Ended run(String changes) throws IOException {
    String bases = MemoryGenome.randomBases(new Random(1), 9000);
    Files.writeString(folder.resolve("genome.fa"), ">one\n" + bases + "\n");
    Files.write(folder.resolve("model.pt"), PtFiles.random(Flank.F80, 1));
    return new Invocation(
            folder,
            "bench-predict",
            Map.of("-i", "DIR/genome.fa", "-m", "DIR/model.pt", "--bases", "8000"))
        .run(changes);
  }

  @Test
  void theRatioIsOfTheSpeedsBesideIt() throws IOException {
    List<String> lines = run("--tile=4000 --rounds=1").requireDone().out().lines().toList();
    assertEquals(3, lines.size());
    List<String> cells =
        Arrays.stream(lines.get(2).substring(1).split("\\|")).map(String::strip).toList();
    assertEquals(lines.get(0).chars().filter(c -> c == '|').count(), cells.size() + 1);
    assertEquals(List.of("80", "1", "8000", "4000"), cells.subList(0, 4));
    double ratio = Double.parseDouble(cells.get(4)) / Double.parseDouble(cells.get(6));
    assertEquals(ratio, Double.parseDouble(cells.get(7)), 0.01 * ratio + 0.006);
    assertTrue(ratio > 0);
  }

  @Test
  void roundsThatAreNoneAreAUsageError() throws IOException {
    run("--rounds=0").requireUsage("--rounds");
  }
}
