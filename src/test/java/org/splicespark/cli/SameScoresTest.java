package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.testing.Agreement;
import org.splicespark.testing.Reference;

/**
 * What must not change a score, or a byte beside the scores, on real records with a real network.
 */
@Tag("golden")
@Tag("native")
@Tag("spark")
class SameScoresTest {
  private static final String ENTRY = "OpenSpliceAI(_STATUS)?=[^;\\t\\n]*";
  private static final List<String> MODELS =
      List.of("80nt", "400nt", "2000nt/model_2000nt_rs10.pt", "10000nt/model_10000nt_rs11.pt");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--partitions 2 --batch-size 16",
        "--partitions 7 --batch-size 16",
        "--partitions 7 --batch-size 1",
        "--partitions 1 --scorer window --batch-size 1",
        "--partitions 7 --scorer window --batch-size 16"
      })
  void partitionsBatchesAndScorersChangeNoPrintedScore(String options) throws IOException {
    Command command = new Command(folder);
    Path input = command.everyNth("human/matrix.vcf", 2);
    Path one = command.variant(input, "400nt", "annotation.txt", "--partitions 1");
    Path other = command.variant(input, "400nt", "annotation.txt", options);
    assertEquals(records(one), records(other));
  }

  private static List<String> records(Path vcf) throws IOException {
    return Files.readAllLines(vcf).stream().filter(line -> !line.startsWith("#")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"human/matrix.vcf", "human/dbsnp.vcf"})
  void everyByteButOurEntriesComesOutAsItWentIn(String name) throws IOException {
    Path output =
        new Command(folder)
            .variant(Reference.path(name), "80nt/model_80nt_rs10.pt", "annotation.gff3", "");
    String written = Files.readString(output);
    assertTrue(written.contains("OpenSpliceAI="));
    String stripped =
        written
            .replaceAll("##INFO=<ID=OpenSpliceAI[^\\n]*\\n", "")
            .replaceAll(";" + ENTRY, "")
            .replaceAll("\\t" + ENTRY + "(?=[\\t\\n])", "\t.");
    assertEquals(Files.readString(Reference.path(name)), stripped);
  }

  /** The oracle and the fast way, on all real records there are, within 2e-6. */
  @Tag("wide")
  @ParameterizedTest(name = "{0}, {1}, distance {2}, {3}")
  @MethodSource("everyCombination")
  void theIncrementalScorerAgreesWithWholeWindows(
      String name, String model, int distance, String mode) throws IOException {
    Command command = new Command(folder);
    String options = "--precision 8 -D " + distance + " " + mode;
    Path whole =
        command.variant(
            Reference.path(name), model, "annotation.txt", options + " --scorer window");
    Path fast = command.variant(Reference.path(name), model, "annotation.txt", options);
    Agreement agreement = new Agreement("OpenSpliceAI", 2e-6);
    List<Agreement.Line> expected = agreement.lines(whole);
    assertTrue(expected.stream().anyMatch(line -> !line.entries().isEmpty()));
    assertEquals(List.of(), agreement.disagreements(expected, agreement.lines(fast)));
  }

  /** Windows of even length, both strands between genes, all delins. */
  @Test
  void theIncrementalScorerAgreesByCiSpliceAisRulesToo() throws IOException {
    Command command = new Command(folder);
    Path input = command.everyNth("human/matrix.vcf", 40);
    String all = "--profile ci-spliceai --all -M 1 -D 100 --precision 8";
    Path whole = command.variant(input, MODELS.get(3), "annotation.gff3", all + " --scorer window");
    Path fast = command.variant(input, MODELS.get(3), "annotation.gff3", all);
    Agreement agreement = new Agreement("CISpliceAI", 2e-6);
    List<Agreement.Line> expected = agreement.lines(whole);
    assertTrue(expected.stream().filter(line -> !line.entries().isEmpty()).count() > 5);
    assertEquals(List.of(), agreement.disagreements(expected, agreement.lines(fast)));
  }

  /** All models of a flank where they are small; the largest two stand in for their ensembles. */
  static List<Arguments> everyCombination() {
    List<Arguments> all = new ArrayList<>();
    for (String name : List.of("human/matrix.vcf", "human/dbsnp.vcf")) {
      for (String model : MODELS) {
        for (int distance : List.of(50, 500)) {
          all.add(Arguments.of(name, model, distance, ""));
          all.add(Arguments.of(name, model, distance, "--compat"));
        }
      }
    }
    return all;
  }

  @Test
  void theDefaultModeGivesThePublishedScoreOfEveryAlleleThatHasOne() throws IOException {
    Path output =
        new Command(folder)
            .variant(Reference.path("human/matrix.vcf"), "80nt", "annotation.txt", "--precision 6");
    Agreement agreement = new Agreement("OpenSpliceAI", 2e-5);
    List<Agreement.Line> actual = agreement.lines(output);
    List<Agreement.Line> published =
        agreement.lines(Reference.path("human/expected/variant/matrix.80.D50.M0.vcf"));
    int compared = 0;
    for (int i = 0; i < published.size(); i++) {
      for (String[] entry : published.get(i).entries()) {
        if (!entry[2].equals(".")) {
          assertEquals(
              List.of(),
              agreement.disagreements(one(entry), one(same(actual.get(i), entry))),
              published.get(i).place());
          compared++;
        }
      }
    }
    assertTrue(compared > 300);
  }

  private static List<Agreement.Line> one(String[] entry) {
    return List.of(new Agreement.Line("", List.<String[]>of(entry)));
  }

  private static String[] same(Agreement.Line line, String[] entry) {
    return line.entries().stream()
        .filter(e -> e[0].equals(entry[0]) && e[1].equals(entry[1]))
        .findFirst()
        .orElseThrow(() -> new AssertionError(line.place() + " has no " + entry[0]));
  }
}
