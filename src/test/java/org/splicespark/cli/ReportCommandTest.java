package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  private static final Path DEMO = Path.of("models/demo");

  @TempDir Path folder;

  @BeforeEach
  void aVcf() throws IOException {
    Files.writeString(
        folder.resolve("scored.vcf"),
        "##fileformat=VCFv4.2\n"
            + "##INFO=<ID=SpliceAI,Number=.,Type=String,Description=\"scores\">\n"
            + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
            + "chr1\t97341\t.\tC\tA\t.\t.\tSpliceAI=A|SIM1_0011|0.10|0.00|0.00|0.20|0|0|0|1\n");
  }

  private Invocation report() {
    return new Invocation(
        folder, "report", Map.of("-o", "DIR/page.html", "--title", "A&B", "--top", "3"));
  }

  private Ended run(String changes, String... paths) {
    String[] arguments = report().arguments(changes);
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + paths.length);
    System.arraycopy(paths, 0, all, arguments.length, paths.length);
    return Ended.of(all);
  }

  @Test
  void thePathOfThePageIsSaidLast() throws IOException {
    Ended ended = run("", folder.toString()).requireDone();
    Path page = folder.resolve("page.html");
    assertEquals("written: " + page.toAbsolutePath(), ended.err().lines().toList().get(0));
    String html = Files.readString(page);
    assertTrue(html.startsWith("<!DOCTYPE html>") && html.endsWith("</html>\n"));
    assertTrue(html.contains("<h1>A&amp;B</h1>"));
  }

  @Test
  void nothingIsLeftOfAPageThatCouldNotBeMade() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    Files.writeString(folder.resolve("manifest.json"), "{");
    Map<String, Long> before = report().files();
    run("", folder.resolve("empty").toString()).requireInput("nothing in it");
    run("", folder.resolve("manifest.json").toString())
        .requireInput("manifest.json, line 1: is not JSON");
    run("", folder.resolve("none").toString()).requireInput("no such file");
    run("-o=DIR/none/page.html", folder.resolve("scored.vcf").toString())
        .requireInput("its folder is not there");
    run("-o=DIR/scored.vcf", folder.resolve("scored.vcf").toString()).requireInput("--overwrite");
    run("-o=DIR", folder.resolve("scored.vcf").toString()).requireInput("is a folder");
    assertEquals(before, report().files());
  }

  @Test
  void whatIsLeftOutOfAFolderIsToldAndThePageIsMade() throws IOException {
    Files.writeString(folder.resolve("manifest.json"), "{\"name\": \"an app\"}");
    Ended ended = run("", folder.toString()).requireDone();
    assertEquals(
        "left out: manifest.json: is no manifest of a command that is known",
        ended.err().lines().toList().get(0));
    String html = Files.readString(folder.resolve("page.html"));
    assertTrue(html.contains("left out: manifest.json: is no manifest"));
    assertTrue(html.contains("<span>SIM1_0011</span>"));
  }

  @Test
  void wrongOptionsAreUsage() {
    String vcf = folder.resolve("scored.vcf").toString();
    run("--variant=chr1:5:A:G", vcf).requireUsage("--variant needs -R, -A and -m");
    run("-R=DIR/genome.fa", vcf).requireUsage("pictures need all of -R, -A and -m");
    run("--variant=chr1:5:A", vcf).requireUsage("is no CHROM:POS:REF:ALT");
    run("--variant=chr1:0:A:G", vcf).requireUsage("is no CHROM:POS:REF:ALT");
    run("--top=1001", vcf).requireUsage("--top must be 0 to 1000");
    run("-o=none", vcf).requireUsage("'--output=HTML'");
    run("").requireUsage("PATH");
  }

  @Test
  @Tag("native")
  void chosenAllelesAreDrawn() throws IOException {
    for (String file : List.of("genome.fa.gz", "genome.fa.gz.fai", "genome.fa.gz.gzi")) {
      Files.copy(DEMO.resolve(file), folder.resolve(file));
    }
    String demo =
        "-R=DIR/genome.fa.gz -A="
            + DEMO.resolve("genes.gff3")
            + " -m="
            + DEMO.resolve("model_80nt.pt");
    run(demo + " --variant=chr1:39163:G:T", folder.resolve("scored.vcf").toString()).requireDone();
    String html = Files.readString(folder.resolve("page.html"));
    assertTrue(html.contains("chr1:39163 G\u2192T in SIM1_0003"), "the one that was named");
    assertTrue(html.contains("chr1:97341 C\u2192A in SIM1_0011"), "the strongest");
    assertTrue(html.contains("The VCF has other scores"), "made up as they are");
    assertTrue(html.contains(">\u22120.86</text>"), "a number at its peak");
    assertTrue(html.contains(", plus strand, read from left to right."));
  }
}
