package org.splicespark.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;

/** What is found in folders: how it is called, and what is left out. */
class FoundRunsTest {
  private static final String ENTRY = "OpenSpliceAI=G|GENE1|0.11|0.22|0.93|0.04|-3|5|7|9";
  private static final Pattern HEADING = Pattern.compile("<h2>([^<]*)</h2>");

  @TempDir Path folder;

  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void aRun() throws IOException {
    RunFiles.vcf(folder.resolve("out.vcf"), "OpenSpliceAI", List.of(ENTRY));
  }

  private String page() throws IOException {
    told.clear();
    return RunFiles.page(told, folder);
  }

  private static List<String> headings(String page) {
    return HEADING.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private void requireLeftOut(String why) throws IOException {
    String page = page();
    assertEquals(List.of("left out: " + why), told);
    assertTrue(page.contains("<p class=\"soft\">left out: " + why + "</p>"), "not on the page");
    assertFalse(page.contains(folder.toString()), "the page tells of the machine it was made on");
    assertEquals(List.of("out.vcf", "Left out"), headings(page));
  }

  @Test
  void whatIsNoRunIsLeftOutAndThePageOfTheRestIsMade() throws IOException {
    Path other = RunFiles.file(folder.resolve("models"), "manifest.json", "{\"models\": []}");
    requireLeftOut("models/manifest.json: is no manifest of a command that is known");
    Files.writeString(other, "[]");
    requireLeftOut("models/manifest.json: is no JSON object");
  }

  @Test
  void aVcfThatIsNoneIsLeftOut() throws IOException {
    RunFiles.file(folder, "empty.vcf.gz", "");
    page();
    assertEquals(1, told.size());
    assertTrue(told.get(0).startsWith("left out: empty.vcf.gz"), told.get(0));
  }

  @Test
  void aRunWhoseOtherFilesAreBrokenIsLeftOut() throws IOException {
    Path sites = folder.resolve("sites");
    RunFiles.file(sites, "manifest.json", "{\"program\": \"splicespark predict\"}");
    RunFiles.file(sites, "acceptors.bed.gz", "");
    RunFiles.file(sites, "donors.bed.gz", "chr1\t3\n");
    requireLeftOut(
        "sites/donors.bed.gz, line 1: is no row of BED6 with a probability as its score");
  }

  @Test
  void aManifestWhoseParametersAreNoneIsLeftOut() throws IOException {
    Path vcf = RunFiles.vcf(folder.resolve("z.vcf"), "OpenSpliceAI", List.of(ENTRY));
    Path manifest = RunFiles.manifest(vcf, "");
    String json = Files.readString(manifest);
    Files.writeString(manifest, json.replace("70,", "70, \"rules\": \"WRONG\","));
    page();
    assertEquals(1, told.size());
    assertTrue(told.get(0).startsWith("left out: z.vcf.manifest.json: "), told.get(0));
  }

  @Test
  void whatTheUserNamedMustBeWhatItsNameSays() throws IOException {
    Path other = RunFiles.file(folder.resolve("models"), "manifest.json", "{}");
    assertThrows(InputException.class, () -> RunFiles.page(folder.resolve("out.vcf"), other));
    String why =
        assertThrows(InputException.class, () -> RunFiles.page(other.getParent())).getMessage();
    assertTrue(why.contains("nothing in it that can be used: manifest.json: is no"), why);
  }

  @Test
  void manyThatAreLeftOutAreCounted() throws IOException {
    for (int i = 0; i < 60; i++) {
      RunFiles.file(folder.resolve("m" + i), "manifest.json", "{}");
    }
    String page = page();
    assertEquals(60, told.size());
    assertEquals(50, page.split("left out: m", -1).length - 1);
    assertTrue(page.contains("<p class=\"soft\">10 more.</p>"));
  }

  @Test
  void aFolderIsCalledByItsNameAndNotAsItWasTyped() throws IOException {
    Path shards = Files.createDirectory(folder.resolve("shards"));
    RunFiles.vcf(shards.resolve("part-0.vcf"), "OpenSpliceAI", List.of(ENTRY));
    RunFiles.manifest(shards, "");
    RunFiles.file(
        folder.resolve("sites"), "manifest.json", "{\"program\": \"splicespark predict\"}");
    RunFiles.file(
        folder.resolve("data"), "manifest.json", "{\"program\": \"splicespark create-data\"}");
    Path typed = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());
    for (String name : List.of("shards", "sites", "data")) {
      for (Path asked : List.of(typed.resolve(name), folder.resolve("x/..").resolve(name + "/."))) {
        assertEquals(List.of(name), headings(RunFiles.page(asked)), asked.toString());
      }
    }
    assertEquals(List.of("data", "out.vcf", "shards", "sites"), headings(RunFiles.page(typed)));
  }

  @Test
  void runsBelowAreCalledByTheirPlace() throws IOException {
    Path below = Files.createDirectories(folder.resolve("2024/may"));
    RunFiles.vcf(below.resolve("out.vcf"), "OpenSpliceAI", List.of(ENTRY));
    RunFiles.file(
        below.resolve("sites"), "manifest.json", "{\"program\": \"splicespark predict\"}");
    RunFiles.file(below.resolve("m/0"), "training.json", "{}");
    assertEquals(
        List.of("2024/may/m/0", "2024/may/out.vcf", "2024/may/sites", "out.vcf"), headings(page()));
    assertEquals(List.of("m/0"), headings(RunFiles.page(below.resolve("m/0"))));
    assertEquals(List.of("m/0"), headings(RunFiles.page(below.resolve("m"))));
  }
}
