package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.testing.Agreement;
import org.splicespark.testing.Reference;

/** The whole command with SpliceAI's own weights, against what SpliceAI's program answered. */
@Tag("golden")
@Tag("native")
@Tag("spark")
class PublishedFamiliesTest {
  private static final String KEY = "SpliceAI";

  @TempDir Path folder;

  private Path variant(Path input, Path genome, Path annotation, String options) {
    Path output = folder.resolve("out.vcf");
    List<String> arguments =
        new ArrayList<>(
            List.of("variant", "-R", "" + genome, "-A", "" + annotation, "-I", "" + input));
    arguments.addAll(List.of("-m", "" + Reference.path("models/spliceai"), "-O", "" + output));
    arguments.addAll(List.of("--profile", "spliceai"));
    arguments.addAll(List.of(options.split(" ")));
    Ended.of(arguments.toArray(String[]::new)).requireDone();
    return output;
  }

  @ParameterizedTest
  @ValueSource(strings = {"window", "incremental"})
  void theUnitTestOfSpliceAiPassesDigitForDigit(String scorer) throws IOException {
    Path test = Reference.path("spliceai-unit-test");
    Path genome = Files.copy(test.resolve("test.fa"), folder.resolve("test.fa"));
    Path output =
        variant(
            test.resolve("input.vcf"),
            genome,
            test.resolve("annotation.txt"),
            "-D 500 --precision 2 --scorer " + scorer);
    Matcher entries =
        Pattern.compile("\\t(\\d+)\\t\\.\\t.*SpliceAI=([^;\\t\\n]*)")
            .matcher(Files.readString(output));
    List<String> found = new ArrayList<>(List.of("POS\tSpliceAI"));
    while (entries.find()) {
      found.add(entries.group(1) + "\t" + entries.group(2));
    }
    assertEquals(Files.readAllLines(test.resolve("expected.tsv")), found);
  }

  @ParameterizedTest
  @CsvSource({"3, incremental", "10, window"})
  void recordsOfTheMatrixAgree(int every, String scorer) throws IOException {
    agree(every, scorer);
  }

  @Tag("wide")
  @ParameterizedTest
  @ValueSource(strings = {"incremental", "window"})
  void allRecordsOfTheMatrixAgree(String scorer) throws IOException {
    agree(1, scorer);
  }

  /**
   * @param every which of the file's records; 1 for all
   */
  private void agree(int every, String scorer) throws IOException {
    Path published = Reference.path("human/expected/variant/matrix_fifth.spliceai.D50.M0.vcf");
    Agreement agreement = new Agreement(KEY, 2e-4);
    List<Agreement.Line> all = agreement.lines(published);
    List<Agreement.Line> some =
        IntStream.range(0, all.size()).filter(i -> i % every == 0).mapToObj(all::get).toList();
    Path output =
        variant(
            input(published, every),
            Reference.genomeIn(folder),
            Reference.path("human/annotation.txt"),
            "--precision 6 --scorer " + scorer);
    assertTrue(some.stream().anyMatch(line -> !line.entries().isEmpty()));
    assertEquals(List.of(), agreement.disagreements(some, agreement.lines(output)));
  }

  /** The published records without what was answered. */
  private Path input(Path published, int every) throws IOException {
    List<String> kept = new ArrayList<>();
    int records = 0;
    for (String line : Files.readAllLines(published)) {
      if (line.startsWith("#") ? !line.contains("ID=" + KEY) : records++ % every == 0) {
        kept.add(line.replaceAll(";" + KEY + "=[^;\\t]*", ""));
      }
    }
    return Files.write(folder.resolve("in.vcf"), kept);
  }
}
