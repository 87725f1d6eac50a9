package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.testing.SharedSpark;

/** The tables of bench-scale, on little. */
class BenchScaleCommandTest {
  private static final Path DEMO = Path.of("models/demo").toAbsolutePath();

  @TempDir Path folder;

  private Ended run(String changes) throws IOException {
    return new Invocation(
            folder,
            "bench-scale",
            Map.of(
                "-R", DEMO.resolve("genome.fa.gz").toString(),
                "-A", DEMO.resolve("genes.gff3").toString(),
                "-m", DEMO.resolve("model_80nt.pt").toString(),
                "--work-dir", "DIR/work"))
        .run(changes);
  }

  private static List<String> cells(String row) {
    return Arrays.stream(row.substring(1).split("\\|")).map(String::strip).toList();
  }

  @Test
  void countsThatAreNoneAreAUsageError() throws IOException {
    run("--records=0").requireUsage("--records");
    run("--executors=1,0").requireUsage("--executors");
    run("--stream=0").requireUsage("--stream");
    run("--costs=DIR/a.tsv --executors=1,2").requireUsage("--costs");
  }

  @Test
  @Tag("wide")
  void aRunOnAClusterShufflesNothingAndTablesAreWhole() throws IOException {
    SharedSpark.stop();
    List<String> lines =
        run("--records=600 --samples=40 --partitions=12 --cohort-records=20000")
            .requireDone()
            .out()
            .lines()
            .toList();
    List<List<String>> runs =
        lines.stream().filter(line -> line.startsWith("| ")).map(line -> cells(line)).toList();
    List<String> one = runs.get(2);
    assertEquals(List.of("1", "12"), one.subList(0, 2));
    assertEquals("0", one.get(8), "bytes shuffled");
    assertEquals("2", runs.get(3).get(0));
    int columns = 0;
    for (String line : lines.stream().filter(l -> l.startsWith("|")).toList()) {
      boolean heading = !Character.isDigit(line.charAt(2)) && line.charAt(2) != '-';
      columns = heading ? cells(line).size() : columns;
      assertEquals(columns, cells(line).size(), line);
    }
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("| 1000 | 4000 |")));
  }
}
