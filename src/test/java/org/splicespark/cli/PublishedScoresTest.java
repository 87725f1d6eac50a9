package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
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

  @ParameterizedTest(name = "flank {0}, distance {1}, mask {2}, annotation {3}, {4}")
  @CsvSource({
    "80,  50,  0, annotation.txt,  incremental",
    "80,  50,  0, annotation.txt,  window",
    "80,  50,  1, annotation.gff3, incremental",
    "400, 50,  0, annotation.gff3, incremental",
    "400, 50,  0, annotation.gff3, window",
    "400, 500, 0, annotation.txt,  incremental",
  })
  void theWholeMatrixAgrees(int flank, int distance, int mask, String annotation, String scorer)
      throws IOException {
    agree(flank, distance, mask, annotation, 1, scorer);
  }

  @ParameterizedTest(name = "flank {0}, {1}")
  @CsvSource({
    "2000, incremental, 10",
    "2000, window, 20",
    "10000, incremental, 10",
    "10000, window, 50"
  })
  void someRecordsAgree(int flank, String scorer, int every) throws IOException {
    agree(flank, 50, 0, "annotation.txt", every, scorer);
  }

  @Tag("wide")
  @ParameterizedTest(name = "flank {0}, {1}")
  @CsvSource({"2000, incremental", "2000, window", "10000, incremental", "10000, window"})
  void theWholeMatrixAgreesAtTheLargeFlanks(int flank, String scorer) throws IOException {
    agree(flank, 50, 0, "annotation.txt", 1, scorer);
  }

  private void agree(int flank, int distance, int mask, String annotation, int every, String scorer)
      throws IOException {
    Command command = new Command(folder);
    Path output =
        command.variant(
            command.everyNth("human/matrix.vcf", every),
            flank + "nt",
            annotation,
            "--compat --precision 6 -D " + distance + " -M " + mask + " --scorer " + scorer);
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
}
