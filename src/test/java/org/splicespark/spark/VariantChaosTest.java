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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;
import org.splicespark.error.OutputException;
import org.splicespark.testing.ExecutorKiller;
import org.splicespark.testing.LocalCluster;
import org.splicespark.testing.OtherJvm;

/** Whatever dies, fills up or changes under a run of variant: the right output, or none. */
@Tag("spark")
@Tag("chaos")
class VariantChaosTest {
  private static final int RECORDS = 240;

  @TempDir Path folder;
  private Bench bench;
  private Path note;

  @BeforeEach
  void makeInput() throws IOException {
    bench = new Bench(folder);
    note = bench.path("in.note");
    bench.write("in.vcf", VcfMaker.HEADER + new VcfMaker(bench).records(RECORDS));
  }

  private byte[] quiet() throws IOException {
    Bench other = new Bench(Files.createDirectories(bench.path("in.quiet")));
    Files.copy(bench.path("in.vcf"), other.path("in.vcf"));
    SlowDriver.run(other, "out.vcf.gz").go();
    return Files.readAllBytes(other.path("out.vcf.gz"));
  }

  @Test
  void anExecutorThatIsKilledChangesNoByte() throws Exception {
    killedOnTheWay(1);
  }

  @Test
  @Tag("wide")
  void norDoTheyWheneverTheyAreKilled() throws Exception {
    killedOnTheWay(2, 3, 4, 5, 6, 7, 8, 9);
  }

  private void killedOnTheWay(long... seeds) throws Exception {
    byte[] expected = quiet();
    bench.opener = Openers.slow(note.toString(), 40);
    var session = LocalCluster.start(Map.of());
    try {
      JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
      for (long seed : seeds) {
        new ExecutorKiller(spark, note, 900).during(seed, attempt -> requireSame(expected, spark));
      }
    } finally {
      session.stop();
    }
  }

  private void requireSame(byte[] expected, JavaSparkContext spark) throws IOException {
    Bench.Run run = bench.run("in.vcf", "out.vcf.gz").partitions(8).batchSize(4).overwrite();
    assertEquals(RECORDS, run.go(spark).tally().records());
    assertArrayEquals(expected, Files.readAllBytes(bench.path("out.vcf.gz")));
    assertEquals(List.of("out.vcf.gz", "out.vcf.gz.tbi"), bench.leftovers());
  }

  @Test
  void aDriverThatIsKilledIsResumedToTheSameBytes() throws Exception {
    Path log = folder.resolve("in.log");
    Process driver =
        OtherJvm.start(SlowDriver.class, log, List.of(folder.toString(), "out.vcf.gz"));
    Path parts = bench.path(".out.vcf.gz.parts");
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (finished(parts) < 3 && driver.isAlive() && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertTrue(driver.isAlive(), () -> text(log));
    driver.destroyForcibly().waitFor();
    assertFalse(Files.exists(bench.path("out.vcf.gz")));
    VariantReport report = SlowDriver.run(bench, "out.vcf.gz").resume().go();
    assertTrue(report.resumedParts() >= 3 && report.resumedParts() < 8, report.toString());
    assertArrayEquals(quiet(), Files.readAllBytes(bench.path("out.vcf.gz")));
    assertEquals(List.of("out.vcf.gz", "out.vcf.gz.tbi"), bench.leftovers());
  }

  private static long finished(Path parts) {
    try (var files = Files.list(parts)) {
      return files.filter(file -> file.toString().endsWith(".done")).count();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void aDiskThatIsFullAtTheEndIsOneLineAndThePartsAreKept() throws IOException {
    byte[] expected = quiet();
    Path full = Files.createSymbolicLink(bench.path(".out.vcf.gz.tmp"), Path.of("/dev/full"));
    OutputException failure =
        assertThrows(OutputException.class, SlowDriver.run(bench, "out.vcf.gz")::go);
    assertEquals(full + ": cannot be written: No space left on device", failure.getMessage());
    assertTrue(bench.messages.toString(StandardCharsets.UTF_8).contains("--resume"));
    assertEquals(List.of(".out.vcf.gz.parts"), bench.leftovers());
    VariantReport report = SlowDriver.run(bench, "out.vcf.gz").resume().go();
    assertEquals(8, report.resumedParts());
    assertArrayEquals(expected, Files.readAllBytes(bench.path("out.vcf.gz")));
  }

  @Test
  void filesThatMayNotGrowAreOneLineAndNothingStandsUnderTheOutputsName() throws Exception {
    String info = "NOTE=" + "x".repeat(4000);
    String wide = Files.readString(bench.path("in.vcf")).replaceAll("AC=[0-9]+", info);
    bench.write("in.vcf", wide);
    Path log = folder.resolve("in.log");
    List<String> arguments = List.of(folder.toString(), "out.vcf", "quickly");
    Process driver = OtherJvm.startWithShortFiles(64, SlowDriver.class, log, arguments);
    assertEquals(1, driver.waitFor(), () -> text(log));
    assertTrue(text(log).contains(OutputException.class.getName()), () -> text(log));
    assertTrue(text(log).contains(": cannot be written: File too large"), () -> text(log));
    assertFalse(Files.exists(bench.path("out.vcf")));
    assertEquals(List.of(), bench.leftovers());
  }

  @Test
  void aFolderThatCannotBeWrittenIsOneLine() throws IOException {
    Path blocked = Files.writeString(folder.resolve("in.blocked"), "a file");
    Bench.Run run = SlowDriver.run(bench, "in.blocked/out.vcf");
    String message = assertThrows(InputException.class, run::go).getMessage();
    assertTrue(message.contains(blocked + "/.out.vcf.parts: cannot be written"), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void aVcfThatIsRewrittenUnderTheRunIsNamed() throws IOException {
    Path input = bench.path("in.vcf");
    refusedForChange(input, Files.readString(input) + "chr2\t2999\t.\tA\tC\t.\t.\t.\n");
  }

  @Test
  void aGenomeThatIsRewrittenUnderTheRunIsNamed() throws IOException {
    refusedForChange(bench.fasta, Files.readString(bench.fasta) + ">more\nACGT\n");
  }

  private void refusedForChange(Path file, String text) {
    bench.opener = Openers.rewriting(file.toString(), text);
    Bench.Run run = bench.run("in.vcf", "out.vcf").partitions(4);
    String message = assertThrows(InputException.class, run::go).getMessage();
    assertTrue(message.startsWith("an input changed while it was read; it was "), message);
    assertTrue(message.contains(file + " of "), message);
    assertFalse(Files.exists(bench.path("out.vcf")));
  }
}
