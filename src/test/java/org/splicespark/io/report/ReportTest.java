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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.error.InputException;
import org.splicespark.variant.ScoringParameters;

class ReportTest {
  private static final String ENTRY = "OpenSpliceAI=G|GENE1|0.11|0.22|0.93|0.04|-3|5|7|9";

  @TempDir Path folder;

  private Path vcf(String... infos) throws IOException {
    return RunFiles.vcf(folder.resolve("out.vcf"), "OpenSpliceAI", List.of(infos));
  }

  private static void requireThere(String page, String... texts) {
    for (String text : texts) {
      assertTrue(page.contains(text), "not there: " + text);
    }
  }

  @Test
  void thePageLoadsNothingAndRunsNothing() throws IOException {
    RunFiles.manifest(vcf(ENTRY), "");
    String page = RunFiles.page(folder);
    requireThere(page, "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    assertFalse(page.contains("http:") || page.contains("https:"), "another place is named");
    for (String loading : List.of("<script", "<link", "<img", "<iframe", "<object", "@import")) {
      assertFalse(page.contains(loading), loading);
    }
    assertFalse(
        page.matches("(?s).*[\\s<](src|on[a-z]+|xlink:href)=.*"), "an attribute that loads");
    // All that is referred to is on the page.
    Matcher links = Pattern.compile("(?:href=\"|url\\()#([^\")]+)").matcher(page);
    List<String> targets = new ArrayList<>();
    while (links.find()) {
      targets.add(links.group(1));
      requireThere(page, "id=\"" + links.group(1) + "\"");
    }
    assertTrue(targets.size() > 4, targets.toString());
  }

  @Test
  void noNameIsTwiceOnThePage() throws IOException {
    vcf(ENTRY);
    Matcher names = Pattern.compile(" id=\"([^\"]+)\"").matcher(RunFiles.page(folder));
    List<String> all = new ArrayList<>();
    while (names.find()) {
      all.add(names.group(1));
    }
    assertEquals(all.stream().distinct().count(), all.size());
    assertTrue(all.size() > 8, all.toString());
  }

  @Test
  void nothingOfTheInputIsMoreThanText() throws IOException {
    String evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&";
    String encoded = evil.replace("=", "%3D").replace(" ", "%20");
    Path vcf = folder.resolve("a\"><img src=x>'.vcf");
    RunFiles.vcf(
        vcf,
        "OpenSpliceAI",
        List.of(
            "OpenSpliceAI=G|" + encoded + "|0.11|0.22|0.93|0.04|-3|5|7|9",
            "OpenSpliceAI_STATUS=G|<script>alert(3)</script>"));
    RunFiles.manifest(vcf, ", \"versions\": {\"<script>\": \"<script>\"}, \"input\": \"<script>\"");
    Path other = folder.resolve("<script>");
    RunFiles.vcf(
        Files.createDirectory(other).resolve("<img src=x>.vcf"),
        "SpliceAI",
        List.of("SpliceAI=G|<img>|0|0|0|1|0|0|0|0", "SpliceAI_STATUS=<img src=x>|<img src=x>"));
    String page = RunFiles.page(folder);
    assertFalse(page.contains("<script") || page.contains("<img"), "an element of the input's");
    requireThere(page, "&lt;script&gt;alert(1)&lt;/script&gt;", "a&quot;&gt;&lt;img src");
  }

  @Test
  void countsAreThoseOfTheManifestAndScoresThoseOfTheVcf() throws IOException {
    String weak = "OpenSpliceAI=G|GENE2|0.01|0.00|0.00|0.51|0|0|0|-1";
    RunFiles.manifest(vcf("DP=3;" + weak, ENTRY), "");
    String page = RunFiles.page(folder);
    requireThere(page, "<span>1,234,567</span>", "no gene of the annotation overlaps");
    requireThere(page, "<dt>distance</dt><dd>70</dd>", "2 records, 2 scores.");
    assertTrue(page.indexOf("<span>GENE1</span>") < page.indexOf("<span>GENE2</span>"), "order");
    // POS 20 and seven bases.
    requireThere(page, "<span>Donor gain</span></td><td class=\"n\"><span>27</span>");
    requireThere(page, "<span>Donor loss</span></td><td class=\"n\"><span>9</span>");
    requireThere(
        page,
        "<span>Donor loss</span></td><td class=\"n\"><span>1</span></td>"
            + "<td class=\"n\"><span>1</span></td><td class=\"n\"><span>0</span></td></tr>");
  }

  @Test
  void whatThroughputTheManifestHasIsDrawn() throws IOException {
    Path vcf = vcf(ENTRY);
    RunFiles.manifest(vcf, "");
    assertFalse(RunFiles.page(folder).contains("per second on average"));
    RunFiles.manifest(
        vcf,
        ", \"throughput\": [{\"seconds\": 1.0, \"done\": 0}, {\"seconds\": 4.0, \"done\": 50}]");
    requireThere(RunFiles.page(folder), "12.5 scored alleles per second on average.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SpliceAI", "CISpliceAI", "MyOwn"})
  void anyKeyOfTheTenFieldsWillDo(String key) throws IOException {
    Path vcf =
        RunFiles.vcf(folder.resolve("other.vcf"), key, List.of(ENTRY.replace("OpenSpliceAI", key)));
    requireThere(RunFiles.page(vcf), "1 records, 1 scores.", "<span>GENE1</span>");
  }

  @Test
  void pointsAreNoScoresAndOtherEntriesAreCounted() throws IOException {
    String points = "OpenSpliceAI=G|GENE1" + "|.".repeat(8);
    Path vcf =
        vcf(points, "OpenSpliceAI=G|GENE1|0.5", ENTRY, "OpenSpliceAI=G|G|x|0|0|0|0|0|0|0", ".");
    requireThere(RunFiles.page(vcf), "5 records, 1 scores.", "2 entries have not the ten fields.");
  }

  @Test
  void aVcfWithoutScoresIsRefusedIfNamedAndToldIfFound() throws IOException {
    Path plain = RunFiles.vcf(folder.resolve("in.vcf"), "AC", List.of("AC=1"));
    Files.writeString(plain, Files.readString(plain).replace(RunFiles.FORMAT, "a count"));
    String refused = assertThrows(InputException.class, () -> RunFiles.page(plain)).getMessage();
    requireThere(refused, "in.vcf: its header has no INFO/OpenSpliceAI, SpliceAI or CISpliceAI");
    vcf(ENTRY);
    List<String> told = new ArrayList<>();
    Report.read(List.of(folder), Optional.empty(), 5, told::add);
    assertEquals(1, told.size());
    requireThere(told.get(0), "left out: ", "in.vcf");
  }

  @Test
  void whatIsBrokenIsNamed() throws IOException {
    assertFault(folder, "nothing in it that a command of splicespark leaves");
    assertFault(folder.resolve("none"), "none: no such file or folder");
    Path json = RunFiles.file(folder, "manifest.json", "{\"program\":\n\"splice");
    assertFault(folder, "manifest.json, line 2: is not JSON");
    Files.writeString(json, "[]");
    assertFault(folder, "manifest.json: is no JSON object");
    Files.writeString(json, "{\"program\": \"other\"}");
    assertFault(folder, "manifest.json: is no manifest of a command that is known");
    Files.writeString(json, "{\"program\": \"splicespark predict\"}");
    RunFiles.file(folder, "acceptors.bed.gz", "");
    RunFiles.file(folder, "donors.bed.gz", "chr1\t3\t4\t.\t0.5\t+\nchr1\t3\t4\t.\n");
    assertFault(folder, "donors.bed.gz, line 2: is no row of BED6");
    assertFault(vcf("OpenSpliceAI=G|GENE1|0.5"), "INFO/OpenSpliceAI is not ALLELE|SYMBOL|DS_AG");
    RunFiles.manifest(RunFiles.vcf(folder.resolve("x.vcf"), "Other", List.of(".")), "");
    assertFault(folder.resolve("x.vcf"), "x.vcf: its header has no INFO/OpenSpliceAI");
  }

  private static void assertFault(Path path, String words) {
    String message = assertThrows(InputException.class, () -> RunFiles.page(path)).getMessage();
    assertTrue(message.contains(words), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void aFolderOfShardsIsOneRun() throws IOException {
    Path shards = Files.createDirectory(folder.resolve("out"));
    RunFiles.vcf(shards.resolve("part-0.vcf"), "OpenSpliceAI", List.of(ENTRY));
    RunFiles.vcf(shards.resolve("part-1.vcf"), "OpenSpliceAI", List.of(ENTRY, ENTRY));
    RunFiles.manifest(shards, "");
    for (Path asked : List.of(folder, shards)) {
      String page = RunFiles.page(asked);
      requireThere(page, "3 records, 3 scores.");
      assertEquals(1, page.split("<section ", -1).length - 1);
    }
  }

  @Test
  void theStrongestAreChosenOnceEachAndScoredAsTheRunWas() throws IOException {
    String two = ENTRY + ",G|GENE2|0.11|0.22|0.95|0.04|-3|5|7|9";
    RunFiles.manifest(vcf(two, "OpenSpliceAI=G|GENE3|0|0|0.2|0|0|0|0|0"), "");
    Report report = Report.read(List.of(folder), Optional.empty(), 5, line -> {});
    List<ChosenAllele> chosen = report.strongest(2);
    assertEquals(
        List.of("chr1:10:A:G", "chr1:20:A:G"), chosen.stream().map(ChosenAllele::name).toList());
    assertEquals("GENE2", chosen.get(0).said().orElseThrow().symbol());
    assertEquals(Optional.of(new ScoringParameters(70, true, false)), report.scoring());
  }
}
