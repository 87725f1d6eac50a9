package org.splicespark.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;

/** Runs of {@code --profile pangolin} and Pangolin's own files on a page. */
class PangolinTest {
  private static final String ENTRY = "Pangolin=ENSG1.5|-3:0.25|7:-0.93|Warnings:";

  @TempDir Path folder;

  private Path vcf(String key, String... infos) throws IOException {
    String format = ScoreLayout.CHANGES.format();
    return RunFiles.vcf(folder.resolve("out.vcf"), key, format, List.of(infos));
  }

  private static void requireThere(String page, String... texts) {
    for (String text : texts) {
      assertTrue(page.contains(text), "not there: " + text);
    }
  }

  @Test
  void increasesAndDecreasesAreCountedAndTheStrongestListed() throws IOException {
    String page =
        RunFiles.page(
            vcf(
                "Pangolin",
                ENTRY + ",ENSG2|0:0.6|0:-0.0|Warnings:NoAnnotatedSitesToMaskForThisGene",
                "Pangolin=A%2CB|0:0.1|1:-0.1|Warnings:;Pangolin_STATUS=T|LATER_ALT"));
    requireThere(page, "2 records, 3 scores.", "<span>LATER_ALT</span>", "<span>A,B</span>");
    requireThere(page, row("Increase", "2", "1", "0"), row("Decrease", "1", "1", "1"));
    // A decrease by its size, at POS 10 and seven bases, of the record's ALT.
    requireThere(page, "<span>A\u2192G</span></td><td><span>ENSG1.5</span>");
    requireThere(page, "<span>0.93</span></td><td><span>Decrease</span>");
    requireThere(page, "<span>Decrease</span></td><td class=\"n\"><span>17</span>");
    assertTrue(page.indexOf("<span>ENSG1.5</span>") < page.indexOf("<span>ENSG2</span>"));
    assertEquals(2, page.split("<figure ", -1).length - 1);
  }

  private static String row(String type, String... counts) {
    return "<span>"
        + type
        + "</span></td><td class=\"n\"><span>"
        + String.join("</span></td><td class=\"n\"><span>", counts)
        + "</span></td></tr>";
  }

  @Test
  void anotherKeyWithThatFormatIsFoundAndGenesMayBeSeparatedAsPangolinDoes() throws IOException {
    String two = "Mine=G1|-3:0.25|7:-0.93|Warnings:||G2|0:0.5|0:-0.5|Warnings:";
    requireThere(RunFiles.page(vcf("Mine", two)), "1 records, 2 scores.", "<span>G2</span>");
  }

  @Test
  void aRunsFolderHasItsManifestsCountsToo() throws IOException {
    RunFiles.manifest(vcf("Pangolin", ENTRY), "");
    Path manifest = folder.resolve("out.vcf.manifest.json");
    String json = Files.readString(manifest).replace("OpenSpliceAI", "Pangolin");
    Files.writeString(manifest, json.replace("70,", "70, \"rules\": \"PANGOLIN\","));
    requireThere(RunFiles.page(folder), "<span>1,234,567</span>", "<span>ENSG1.5</span>");
    Report report = Report.read(List.of(folder), Optional.empty(), 5, line -> {});
    assertEquals(List.of(), report.strongest(2), "pictures are of donors and acceptors");
    assertEquals(Optional.empty(), report.scoring());
  }

  @Test
  void otherEntriesAreCountedAndAFileOfThemIsRefused() throws IOException {
    String page = RunFiles.page(vcf("Pangolin", ENTRY, "Pangolin=G|0:1.5|0:0|Warnings:"));
    requireThere(page, "1 entries have not the four fields.");
    Path none = vcf("Pangolin", "Pangolin=G|0.5|0.5|Warnings:");
    String told = assertThrows(InputException.class, () -> RunFiles.page(none)).getMessage();
    requireThere(told, "INFO/Pangolin is not gene|pos:score_change");
    assertFalse(told.contains("\n"));
  }
}
