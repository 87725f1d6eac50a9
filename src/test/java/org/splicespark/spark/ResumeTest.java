package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.error.InputException;
import org.splicespark.variant.ScoringParameters;

/** Runs that fail: what they leave, and how the next one goes on. */
@Tag("spark")
class ResumeTest {
  private static final int BROKEN = 4;

  @TempDir Path folder;
  private Bench bench;
  private Path flag;
  private String text;

  @BeforeEach
  void makeInput() throws IOException {
    bench = new Bench(folder);
    flag = Files.writeString(bench.path("in.flag"), "");
    text = VcfMaker.HEADER + new VcfMaker(bench).records(90);
    bench.write("in.vcf", text);
    bench.opener = Openers.brokenWhile(flag.toString(), BROKEN);
  }

  private byte[] quiet(String output) throws IOException {
    Bench other = new Bench(Files.createDirectories(bench.path("in.quiet")));
    other.write("in.vcf", text);
    other.run("in.vcf", output).partitions(6).go();
    return Files.readAllBytes(other.path(output));
  }

  private void failing(Bench.Run run) {
    Exception failure = assertThrows(Exception.class, run::go);
    assertTrue(failure.toString().contains("broken on purpose"), failure.toString());
  }

  private String messages() {
    return bench.messages.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.vcf", "out.vcf.gz"})
  void aRunThatFailsInOnePartIsTakenUpAgain(String output) throws IOException {
    failing(bench.run("in.vcf", output).partitions(6));
    assertEquals(List.of("." + output + ".parts"), bench.leftovers());
    assertTrue(messages().contains("--resume"), messages());
    Files.delete(flag);
    VariantReport report = bench.run("in.vcf", output).partitions(6).resume().go();
    assertTrue(report.resumedParts() > 0 && report.resumedParts() < 6, report.toString());
    assertEquals(90, report.tally().records());
    assertArrayEquals(quiet(output), Files.readAllBytes(bench.path(output)));
    assertFalse(Files.exists(bench.path("." + output + ".parts")));
  }

  @Test
  void aPartThatWasDamagedMeanwhileIsScoredAgain() throws IOException {
    failing(bench.run("in.vcf", "out.vcf").partitions(6));
    Files.delete(flag);
    int before = partFiles();
    try (var files = Files.list(bench.path(".out.vcf.parts"))) {
      List<Path> damaged =
          files.filter(f -> f.getFileName().toString().matches("part-000001\\.attempt.*")).toList();
      Files.writeString(damaged.get(0), "half");
    }
    VariantReport report = bench.run("in.vcf", "out.vcf").partitions(6).resume().go();
    assertEquals(before - 1, report.resumedParts());
    assertArrayEquals(quiet("out.vcf"), Files.readAllBytes(bench.path("out.vcf")));
  }

  @Test
  void changedModelsAreNotMixedWithFinishedParts() throws IOException {
    failing(bench.run("in.vcf", "out.vcf").partitions(6));
    Files.delete(flag);
    int before = partFiles();
    assertTrue(before > 0);
    Path note = bench.path("in.note");
    bench.source = Openers.newSource();
    bench.opener = Openers.noting(note.toString());
    refused("it had models", bench.run("in.vcf", "out.vcf").partitions(6).resume());
    assertFalse(Files.exists(note));
    assertEquals(before, partFiles());
  }

  private int partFiles() throws IOException {
    try (var files = Files.list(bench.path(".out.vcf.parts"))) {
      return (int) files.filter(f -> f.toString().endsWith(".done")).count();
    }
  }

  @Test
  void withoutResumeItStartsFromTheBeginning() throws IOException {
    failing(bench.run("in.vcf", "out.vcf").partitions(6));
    Files.delete(flag);
    VariantReport report = bench.run("in.vcf", "out.vcf").partitions(6).go();
    assertEquals(0, report.resumedParts());
    assertArrayEquals(quiet("out.vcf"), Files.readAllBytes(bench.path("out.vcf")));
  }

  @Test
  void aPlainGzipIsTakenUpAgainToo() throws IOException {
    Files.write(bench.path("in.gzip.vcf"), VcfMaker.gzip(text));
    failing(bench.run("in.gzip.vcf", "out.vcf").partitions(6));
    Files.delete(flag);
    VariantReport report = bench.run("in.gzip.vcf", "out.vcf").partitions(6).resume().go();
    assertTrue(report.resumedParts() > 0);
    assertArrayEquals(quiet("out.vcf"), Files.readAllBytes(bench.path("out.vcf")));
  }

  @Test
  void anotherRunIsNotTakenForTheInterruptedOneAndTheDifferenceIsNamed() throws IOException {
    failing(bench.run("in.vcf", "out.vcf").partitions(6));
    Files.delete(flag);
    ScoringParameters other = new ScoringParameters(100, false, false);
    Bench.Run run = bench.run("in.vcf", "out.vcf").partitions(6).scoring(other).resume();
    refused("scoring ScoringParameters[distance=50", run);
    refused("it had partitions 6", bench.run("in.vcf", "out.vcf").partitions(5).resume());
    Files.writeString(bench.path("in.vcf"), text + "chr2\t2999\t.\tA\tC\t.\t.\t.\n");
    refused("it had input ", bench.run("in.vcf", "out.vcf").partitions(6).resume());
    assertTrue(partFiles() > 0, "the parts must survive the refusal");
    assertFalse(Files.exists(bench.path("out.vcf")));
  }

  @Test
  void theKeyOfAnAnnotationIsTheSameInEveryJvm() throws IOException {
    HadoopFiles files = new HadoopFiles(new org.apache.hadoop.conf.Configuration());
    String plan = new RunPlan(bench.run("in.vcf", "out.vcf").request(), files).text();
    // Written down from another JVM.
    String digest = "92252096debd43d14b7d09579c1f07e2c5a55aa65a1aa30d5e807fcc7923bf12";
    assertTrue(plan.contains("annotation " + digest), plan);
  }

  @Test
  void aRunInWhichNoPartIsFinishedLeavesNothing() throws IOException {
    bench.opener = Openers.brokenWhile(flag.toString(), 0);
    failing(bench.run("in.vcf", "out.vcf.gz").partitions(1));
    assertEquals(List.of(), bench.leftovers());
    assertFalse(messages().contains("--resume"), messages());
  }

  @Test
  void aRunToStandardOutputThatFailsLeavesNothingAndWritesNothing() throws IOException {
    failing(bench.run("in.vcf", "-").partitions(6));
    assertEquals(0, bench.stdout.size());
    assertFalse(messages().contains("--resume"), messages());
    Path parts =
        Path.of(
            System.getProperty("java.io.tmpdir"), "splicespark-" + ProcessHandle.current().pid());
    assertFalse(Files.exists(parts));
  }

  @Test
  void aFailureDoesNotTouchTheOutputOfBefore() throws IOException {
    Files.writeString(bench.path("out.vcf"), "old");
    failing(bench.run("in.vcf", "out.vcf").partitions(6).overwrite());
    assertEquals("old", Files.readString(bench.path("out.vcf")));
  }

  @Test
  void tasksThatFailOnceLeaveNoDuplicate() throws IOException {
    Path note = bench.path("in.note");
    // Many records, so that a task has more than one batch to fail in.
    text = VcfMaker.HEADER + new VcfMaker(bench).records(400);
    bench.write("in.vcf", text);
    bench.opener = Openers.brokenAtFirst(note.toString());
    VariantReport report = bench.run("in.vcf", "out.vcf.gz").partitions(3).batchSize(1).go();
    assertTrue(Files.readAllLines(note).size() >= 6, "every task should have failed");
    assertEquals(400, report.tally().records());
    assertEquals(text, VcfMaker.stripped(bench.text("out.vcf.gz")));
    assertEquals(
        List.of("out.vcf.gz", "out.vcf.gz.tbi"), bench.leftovers(), "nothing else is left");
  }

  @Test
  void oldEntriesInTheHeaderAreRefused() throws IOException {
    String line = "##INFO=<ID=OpenSpliceAI,Number=.,Type=String,Description=\"old\">\n";
    bench.write("in.vcf", text.replace("##contig", line + "##contig"));
    refused("the header declares INFO/OpenSpliceAI already", bench.run("in.vcf", "out.vcf"));
    assertEquals(List.of(), bench.leftovers());
  }

  @Test
  void oldEntriesInARecordAreRefused() throws IOException {
    Files.delete(flag);
    bench.write("in.vcf", text + "chr2\t2999\t.\tA\tC\t.\t.\tOpenSpliceAI_STATUS=C|old\n");
    Exception failure =
        assertThrows(Exception.class, bench.run("in.vcf", "out.vcf").partitions(1)::go);
    assertTrue(failure.toString().contains("record chr2:2999 has INFO/OpenSpliceAI"));
    assertEquals(List.of(), bench.leftovers());
  }

  @Test
  void aContigOfAnotherAssemblyInTheHeaderIsAnInputError() throws IOException {
    bench.write("in.vcf", text.replace("=chr2,", "=scaffold_7,"));
    refused("no contig in common with", bench.run("in.vcf", "out.vcf"));
    refused("the VCF has scaffold_7, the reference chr1", bench.run("in.vcf", "out.vcf"));
    assertEquals(List.of(), bench.leftovers());
  }

  @Test
  void recordsOnForeignContigsOnlyAreAnInputError() throws IOException {
    String foreign = text.replaceAll("(?m)^chr[12]\t", "scaffold_7\t");
    bench.write("in.vcf", foreign);
    refused("no contig in common with", bench.run("in.vcf", "out.vcf").partitions(6));
    assertEquals(List.of(), bench.leftovers());
  }

  private static void refused(String fragment, Bench.Run run) {
    String message = assertThrows(InputException.class, run::go).getMessage();
    assertTrue(message.contains(fragment), message);
    assertEquals(1, message.lines().count(), message);
  }
}
