package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.testing.Agreement;
import org.splicespark.testing.Reference;

/** The whole command against what OpenSpliceAI's own program answered. */
@Tag("golden")
@Tag("native")
@Tag("spark")
class PublishedScoresTest {
  private static final String KEY = "OpenSpliceAI";

  @TempDir Path folder;

  @ParameterizedTest(name = "flank {0}, distance {1}, mask {2}, annotation {3}")
  @CsvSource({
    "80,  50,  0, annotation.txt",
    "80,  50,  1, annotation.gff3",
    "400, 50,  0, annotation.gff3",
    "400, 500, 0, annotation.txt",
  })
  void theWholeMatrixAgrees(int flank, int distance, int mask, String annotation)
      throws IOException {
    agree(flank, distance, mask, annotation, 1);
  }

  @ParameterizedTest(name = "flank {0}")
  @CsvSource({"2000", "10000"})
  void everyTenthRecordAgrees(int flank) throws IOException {
    agree(flank, 50, 0, "annotation.txt", 10);
  }

  @Tag("wide")
  @ParameterizedTest(name = "flank {0}")
  @CsvSource({"2000", "10000"})
  void theWholeMatrixAgreesAtTheLargeFlanks(int flank) throws IOException {
    agree(flank, 50, 0, "annotation.txt", 1);
  }

  private void agree(int flank, int distance, int mask, String annotation, int every)
      throws IOException {
    Path input = everyNth(Reference.path("human/matrix.vcf"), every);
    Path output = folder.resolve("out.vcf");
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(messages, true, StandardCharsets.UTF_8),
            ("variant --compat --precision 6 --master local[2]"
                    + (" -R " + Reference.genomeIn(folder))
                    + (" -A " + Reference.path("human/" + annotation))
                    + (" -m " + Reference.path("models/openspliceai-mane/" + flank + "nt"))
                    + (" -D " + distance + " -M " + mask + " -I " + input + " -O " + output))
                .split(" "));
    assertEquals(0, exit, messages.toString(StandardCharsets.UTF_8));
    Path expected =
        Reference.path(
            "human/expected/variant/matrix." + flank + ".D" + distance + ".M" + mask + ".vcf");
    Agreement agreement = new Agreement(KEY, flank == 10000 ? 2e-4 : 2e-5);
    List<Agreement.Line> all = agreement.lines(expected);
    List<Agreement.Line> some =
        IntStream.range(0, all.size()).filter(i -> i % every == 0).mapToObj(all::get).toList();
    List<Agreement.Line> actual = agreement.lines(output);
    assertTrue(some.stream().anyMatch(line -> !line.entries().isEmpty()));
    assertEquals(List.of(), agreement.disagreements(some, actual));
    everyRecordLeftAloneSaysWhy(some, output);
  }

  /**
   * Where the peer writes nothing, or dots, there is a status; where it scores every allele, there
   * is none.
   */
  private static void everyRecordLeftAloneSaysWhy(List<Agreement.Line> expected, Path output)
      throws IOException {
    List<Agreement.Line> statuses = new Agreement(KEY + "_STATUS", 0).lines(output);
    for (int i = 0; i < expected.size(); i++) {
      String[] alts = expected.get(i).place().split(" ")[4].split(",");
      for (String alt : alts) {
        boolean scored =
            expected.get(i).entries().stream().anyMatch(e -> e[0].equals(alt) && !e[2].equals("."));
        boolean status = statuses.get(i).entries().stream().anyMatch(e -> e[0].equals(alt));
        assertEquals(!scored, status, expected.get(i).place());
      }
    }
  }

  private Path everyNth(Path vcf, int every) throws IOException {
    List<String> kept = new ArrayList<>();
    int record = 0;
    for (String line : Files.readAllLines(vcf)) {
      if (line.startsWith("#") || record++ % every == 0) {
        kept.add(line);
      }
    }
    return Files.write(folder.resolve("in.vcf"), kept);
  }
}
