package org.splicespark.spark.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;
import org.splicespark.error.OutputException;
import org.splicespark.model.ModelOpener;
import org.splicespark.testing.ExecutorKiller;
import org.splicespark.testing.LocalCluster;
import org.splicespark.testing.OtherJvm;
import org.splicespark.testing.SharedSpark;

/** Whatever dies or changes under a run of predict: the right files, or none. */
@Tag("spark")
@Tag("chaos")
class PredictChaosTest {
  private static final String UNFINISHED = ".splicespark-unfinished";

  @TempDir Path folder;

  @BeforeEach
  void makeGenomes() throws IOException {
    for (String name : List.of("quiet", "out")) {
      Files.writeString(folder.resolve(name + ".fa"), "a genome");
    }
  }

  private Map<String, Integer> quiet() throws IOException {
    Path output = folder.resolve("quiet");
    Genomes.run(SharedSpark.context(), Genomes.motif(), SlowPredictDriver.request(output, false));
    return digests(output);
  }

  /** Of the bytes of all files. */
  private static Map<String, Integer> digests(Path output) throws IOException {
    Map<String, Integer> digests = new TreeMap<>();
    try (var all = Files.walk(output)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = output.relativize(file).toString();
        digests.put(name, Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return digests;
  }

  @Test
  void anExecutorThatIsKilledChangesNoByte() throws Exception {
    killedOnTheWay(1);
  }

  @Test
  @Tag("wide")
  void norDoTheyWheneverTheyAreKilled() throws Exception {
    killedOnTheWay(2, 3, 4, 5, 6, 7);
  }

  private void killedOnTheWay(long... seeds) throws Exception {
    Map<String, Integer> expected = quiet();
    Path note = folder.resolve("note");
    var session = LocalCluster.start(Map.of());
    try {
      JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
      ModelOpener slow = SlowPredictDriver.slow(note.toString(), 300);
      for (long seed : seeds) {
        Path output = folder.resolve("out" + seed);
        PredictRequest request = Genomes.contigs(output, 1000, 8);
        new ExecutorKiller(spark, note, 900)
            .during(
                seed,
                attempt -> {
                  Genomes.run(spark, slow, Genomes.with(request, attempt > 0, false));
                  assertEquals(expected, digests(output), "seed " + seed);
                });
      }
    } finally {
      session.stop();
    }
  }

  @Test
  void aDriverThatIsKilledIsResumedToTheSameBytes() throws Exception {
    Path output = folder.resolve("out");
    Path log = folder.resolve("log");
    List<String> arguments = List.of(output.toString(), folder.resolve("note").toString());
    Process driver = OtherJvm.start(SlowPredictDriver.class, log, arguments);
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (finished(output) < 3 && driver.isAlive() && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertTrue(driver.isAlive(), Files.readString(log));
    driver.destroyForcibly().waitFor();
    PredictReport report =
        Genomes.run(
            SharedSpark.context(), Genomes.motif(), SlowPredictDriver.request(output, true));
    assertTrue(report.resumed() >= 3 && report.resumed() < 8, report.toString());
    assertEquals(quiet(), digests(output));
  }

  @Test
  void filesThatMayNotGrowAreOneLineAndNothingStandsUnderAFinalName() throws Exception {
    Path output = folder.resolve("out");
    Path log = folder.resolve("log");
    List<String> arguments =
        List.of(output.toString(), folder.resolve("note").toString(), "quickly");
    Process driver = OtherJvm.start(SlowPredictDriver.class, log, arguments);
    assertEquals(1, driver.waitFor(), Files.readString(log));
    String said = Files.readString(log);
    assertTrue(said.contains(OutputException.class.getName() + ": " + output), said);
    assertTrue(said.contains(": cannot be written: File too large"), said);
    try (var left = Files.list(output)) {
      assertEquals(List.of(), left.filter(file -> !file.endsWith(UNFINISHED)).toList());
    }
    Genomes.run(SharedSpark.context(), Genomes.motif(), SlowPredictDriver.request(output, true));
    assertEquals(quiet(), digests(output));
  }

  private static long finished(Path output) {
    try (var files = Files.list(output.resolve(UNFINISHED))) {
      return files.filter(file -> file.toString().endsWith(".done")).count();
    } catch (IOException notYet) {
      return 0;
    }
  }

  @Test
  void aGenomeThatIsRewrittenUnderTheRunIsNamedAndNothingIsPublished() {
    Path output = folder.resolve("out");
    String genome = output + ".fa";
    PredictRequest request = Genomes.contigs(output, 1000, 4);
    String message =
        assertThrows(
                InputException.class,
                () ->
                    Genomes.run(SharedSpark.context(), SlowPredictDriver.slow(genome, 0), request))
            .getMessage();
    assertTrue(message.contains("an input changed while it was read; it was genome " + genome));
    assertFalse(Files.exists(output.resolve("manifest.json")), "nothing is published");
  }
}
