package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code models/demo} promises. */
class DemoTest {
  private static final Path DEMO = Path.of("models/demo");

  @TempDir Path folder;

  @Test
  void theGenomeIsWhatTheCommandInItsReadmeMakes() throws IOException {
    String readme = Files.readString(DEMO.resolve("README.md"));
    String made = folder.resolve("demo").toString();
    String command =
        readme.substring(readme.indexOf("simulate --output-dir demo"), readme.indexOf(", then"));
    Ended ended = Ended.of(command.replace("`", "").replace("demo", made).split(" "));
    assertEquals(0, ended.code(), ended.err());
    assertArrayEquals(
        Files.readAllBytes(Path.of(made, "annotation.gff3")),
        Files.readAllBytes(DEMO.resolve("genes.gff3")));
    try (InputStream genome =
        new GZIPInputStream(Files.newInputStream(DEMO.resolve("genome.fa.gz")))) {
      assertArrayEquals(Files.readAllBytes(Path.of(made, "genome.fa")), genome.readAllBytes());
    }
  }

  @Test
  @Tag("spark")
  @Tag("native")
  void theModelSeesTheSitesThatAreLost() throws IOException {
    for (String file : List.of("genome.fa.gz", "genome.fa.gz.fai", "genome.fa.gz.gzi")) {
      Files.copy(DEMO.resolve(file), folder.resolve(file));
    }
    Path scored = folder.resolve("scored.vcf");
    Ended ended =
        Ended.of(
            ("variant -R " + folder.resolve("genome.fa.gz") + " -A " + DEMO.resolve("genes.gff3"))
                .concat(" -m " + DEMO.resolve("model_80nt.pt"))
                .concat(" -I " + DEMO.resolve("variants.vcf") + " -O " + scored)
                .split(" "));
    assertEquals(0, ended.code(), ended.err());
    List<String> records =
        Files.readAllLines(scored).stream().filter(line -> !line.startsWith("#")).toList();
    assertEquals(18, records.size());
    assertEquals(4, records.stream().filter(line -> line.contains("_lost_")).count());
    for (String line : records) {
      if (line.contains("_lost_")) {
        assertTrue(loss(line) >= 0.5, line);
      }
      assertTrue(line.contains("OpenSpliceAI=") != line.contains("|NO_GENE"), line);
    }
  }

  /** The larger of a record's delta scores for acceptor and donor loss. */
  private static double loss(String line) {
    String entry = line.substring(line.indexOf("OpenSpliceAI=")).split("[;\t]")[0];
    double[] deltas =
        Arrays.stream(entry.split("\\|"), 2, 6).mapToDouble(Double::parseDouble).toArray();
    return Math.max(deltas[1], deltas[3]);
  }
}
