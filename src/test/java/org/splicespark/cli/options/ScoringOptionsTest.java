package org.splicespark.cli.options;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.splicespark.error.InputException;
import org.splicespark.model.Channels;
import org.splicespark.model.ModelSource;
import org.splicespark.testing.TissueModel;
import org.splicespark.variant.Profile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** From a word and options beside it to every value that a run depends on. */
class ScoringOptionsTest {

  @Command(name = "scores")
  static final class Scores {
    @Mixin ScoringOptions scoring;
  }

  private static CommandLine commandLine(Scores scores) {
    CommandLine commandLine = new CommandLine(scores);
    EnumSpelling.register(commandLine);
    return commandLine;
  }

  private static ScoringOptions parsed(String line) {
    Scores scores = new Scores();
    commandLine(scores).parseArgs(line.isBlank() ? new String[0] : line.strip().split(" +"));
    return scores.scoring;
  }

  /** Records print all that is in them: nothing can be added and not show here. */
  private static String effective(String line) {
    ScoringOptions options = parsed(line);
    return options.info() + " " + options.parameters();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'' # InfoField[key=OpenSpliceAI, decimals=2, signedZero=false, layout=DELTAS,"
            + " title=Delta scores of splicing] ScoringParameters[distance=50, masked=false,"
            + " rules=OWN, genes=GeneChoice[every=true, outside=false, intergenic=false,"
            + " name=SYMBOL], tissues=[]]",
        "openspliceai # InfoField[key=OpenSpliceAI, decimals=2, signedZero=true, layout=DELTAS,"
            + " title=OpenSpliceAI variant annotation] ScoringParameters[distance=50,"
            + " masked=false, rules=COMPAT, genes=GeneChoice[every=true, outside=false,"
            + " intergenic=false, name=SYMBOL], tissues=[]]",
        "spliceai # InfoField[key=SpliceAI, decimals=2, signedZero=true, layout=DELTAS,"
            + " title=SpliceAI variant annotation] ScoringParameters[distance=50, masked=false,"
            + " rules=COMPAT, genes=GeneChoice[every=true, outside=false, intergenic=false,"
            + " name=SYMBOL], tissues=[]]",
        "ci-spliceai # InfoField[key=CISpliceAI, decimals=2, signedZero=true, layout=DELTAS,"
            + " title=CI-SpliceAI variant annotation] ScoringParameters[distance=1000,"
            + " masked=false, rules=CI_SPLICEAI, genes=GeneChoice[every=false, outside=false,"
            + " intergenic=true, name=ID], tissues=[]]",
        "pangolin # InfoField[key=Pangolin, decimals=2, signedZero=true, layout=GENE_CHANGES,"
            + " title=Pangolin splice scores] ScoringParameters[distance=50, masked=true,"
            + " rules=PANGOLIN, genes=GeneChoice[every=true, outside=true, intergenic=false,"
            + " name=ID], tissues=[]]",
      })
  void aProfileSetsEverything(String profile, String expected) {
    assertEquals(expected, effective(profile.isEmpty() ? "" : "--profile " + profile));
  }

  @ParameterizedTest
  @CsvSource({
    "splicespark, 0, SITES",
    "openspliceai, 0, SITES",
    "spliceai, 10000, SITES",
    "ci-spliceai, 10000, SITES",
    "pangolin, 10000, TISSUES",
  })
  void aProfileKnowsItsNetworks(String word, int flank, Channels.Meaning answers) {
    Profile profile = parsed("--profile " + word).profile();
    assertEquals(word, profile.word());
    assertEquals(flank == 0 ? OptionalInt.empty() : OptionalInt.of(flank), profile.flank());
    assertEquals(answers, profile.answers());
  }

  private static Stream<Arguments> singleOptions() {
    return Stream.of(Profile.values())
        .flatMap(
            profile ->
                Stream.of(
                        "-D 77 # distance=\\d+ # distance=77",
                        "--distance=77 # distance=\\d+ # distance=77",
                        "-M 0 # masked=\\w+ # masked=false",
                        "--mask 1 # masked=\\w+ # masked=true",
                        "--precision 5 # decimals=\\d # decimals=5",
                        "--info-key Mine # key=\\w+ # key=Mine",
                        "--all # every=\\w+ # every=true",
                        "--no-all # every=\\w+ # every=false",
                        "--outside # outside=\\w+ # outside=true",
                        "--no-outside # outside=\\w+ # outside=false",
                        "--intergenic # intergenic=\\w+ # intergenic=true",
                        "--no-intergenic # intergenic=\\w+ # intergenic=false",
                        "--gene-name id # name=\\w+ # name=ID",
                        "--gene-name symbol # name=\\w+ # name=SYMBOL")
                    .map(row -> row.split(" # "))
                    .map(row -> Arguments.of(profile.word(), row[0], row[1], row[2])));
  }

  @ParameterizedTest
  @MethodSource("singleOptions")
  void aSingleOptionWinsAndChangesNothingElse(
      String profile, String option, String part, String value) {
    String usual = effective("--profile " + profile);
    String expected = usual.replaceAll(part, value);
    assertEquals(expected, effective("--profile " + profile + " " + option));
    assertEquals(expected, effective(option + " --profile " + profile));
  }

  @ParameterizedTest
  @EnumSource(value = Profile.class, mode = EnumSource.Mode.EXCLUDE, names = "PANGOLIN")
  void compatIsSpliceAisRulesInEveryProfileOfItsNetworks(Profile profile) {
    String usual = effective("--profile " + profile.word());
    String with = usual.replaceAll("rules=\\w+", "rules=COMPAT");
    String without = usual.replaceAll("rules=\\w+", "rules=OWN");
    assertEquals(
        with.replaceAll("Zero=\\w+", "Zero=true"),
        effective("--profile " + profile.word() + " --compat"));
    assertEquals(
        without.replaceAll("Zero=\\w+", "Zero=false"),
        effective("--profile " + profile.word() + " --no-compat"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "--tissue brain # [brain]",
        "--tissue heart,testis # [heart, testis]",
        "--tissue liver --tissue brain # [liver, brain]",
      })
  void tissuesAreListedOrRepeated(String option, String expected) {
    assertTrue(effective("--profile pangolin " + option).endsWith("tissues=" + expected + "]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "--profile squid # expected splicespark, openspliceai, spliceai, ci-spliceai, pangolin",
        "--profile pangolin --compat # --profile pangolin has rules of its own",
        "--profile pangolin --no-compat # --profile pangolin has rules of its own",
        "--tissue brain # --tissue is for --profile pangolin",
        "--profile spliceai --tissue brain # --tissue is for --profile pangolin",
        "--gene-name alias # expected symbol, id",
      })
  void whatContradictsItselfIsUsage(String line, String fragment) {
    ParameterException mistake =
        assertThrows(ParameterException.class, () -> parsed(line).parameters());
    assertTrue(mistake.getMessage().contains(fragment), mistake.getMessage());
  }

  private static ModelSource models(int flank, Channels channels) {
    return new ModelSource(List.of(new ModelSource.Member("a", "0", new byte[0], channels)), flank);
  }

  @ParameterizedTest
  @CsvSource({
    "splicespark, 80, false",
    "openspliceai, 80, false",
    "openspliceai, 10000, false",
    "spliceai, 10000, false",
    "ci-spliceai, 10000, false",
    "pangolin, 10000, true",
  })
  void networksOfTheProfileAreTaken(String profile, int flank, boolean tissues) {
    ModelSource models = models(flank, tissues ? TissueModel.TISSUES : Channels.SITES);
    assertDoesNotThrow(() -> parsed("--profile " + profile).requireFor("m.pt", models));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "spliceai # 400 # false # m.pt: a flank of 400, but --profile spliceai is for networks of"
            + " 10000; give another model, or single options without the profile",
        "pangolin # 10000 # false # m.pt: these networks tell acceptors from donors and know no"
            + " tissue; --profile pangolin is for Pangolin's",
        "splicespark # 10000 # true # m.pt: these networks answer for tissues (heart, liver, brain,"
            + " testis); give --profile pangolin",
        "ci-spliceai # 10000 # true # m.pt: these networks answer for tissues (heart, liver, brain,"
            + " testis); give --profile pangolin",
      })
  void networksOfAnotherKindAreOneLine(
      String profile, int flank, boolean tissues, String expected) {
    ModelSource models = models(flank, tissues ? TissueModel.TISSUES : Channels.SITES);
    ScoringOptions options = parsed("--profile " + profile);
    assertEquals(
        expected,
        assertThrows(InputException.class, () -> options.requireFor("m.pt", models)).getMessage());
  }

  @Test
  void aTissueThatTheNetworksDoNotKnowIsUsage() {
    ScoringOptions options = parsed("--profile pangolin --tissue lung");
    ModelSource models = models(10000, TissueModel.TISSUES);
    assertEquals(
        "--tissue lung: m.pt knows heart, liver, brain, testis",
        assertThrows(ParameterException.class, () -> options.requireFor("m.pt", models))
            .getMessage());
  }

  @Test
  void theHelpQuotesTheTable() {
    CommandLine commandLine = commandLine(new Scores());
    String help = commandLine.getUsageMessage();
    ProfileTable.lines().forEach(line -> assertTrue(help.contains(line + "\n"), help));
    assertTrue(
        ProfileTable.lines()
            .contains("  -D           50           50           50           1000         50"),
        help);
  }

  @Test
  void theReadmeHasTheTable() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (List<String> row : ProfileTable.rows()) {
      String line = "| " + String.join(" | ", row) + " |\n";
      assertTrue(readme.replace("`", "").contains(line), line);
    }
  }
}
