package org.splicespark.spark.shards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.testing.DriverKiller;
import org.splicespark.testing.ExecutorKiller;
import org.splicespark.testing.LocalCluster;
import org.splicespark.testing.SharedSpark;

/** Whatever is killed under a run of create-data: the right files, or none. */
@Tag("spark")
@Tag("chaos")
class CreateDataChaosTest {
  private static final String UNFINISHED = ".splicespark-unfinished";
  private static final int DRIVER_MILLIS = 1900;

  @TempDir static Path shared;
  @TempDir Path folder;
  private static Map<String, String> quiet;

  @BeforeAll
  static void makeQuietly() throws IOException {
    MadeUpGenes.write(shared.resolve("quiet"), SharedSpark.context());
    quiet = digests(shared.resolve("quiet"));
  }

  private static Map<String, String> digests(Path output) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> all = Files.walk(output)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = output.relativize(file).toString();
        digests.put(name, DigestUtils.sha256Hex(Files.readAllBytes(file)));
      }
    }
    return digests;
  }

  /** What a run says. */
  private static String made(JavaSparkContext spark, CreateDataRequest request) throws IOException {
    var said = new ByteArrayOutputStream();
    new CreateDataJob(spark, new PrintStream(said)).run(request);
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aDriverThatIsKilledIsResumedToTheSameBytes() throws Exception {
    driverKilled(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4, 5, 6, 7})
  @Tag("wide")
  void soItIsWheneverItIsKilled(long seed) throws Exception {
    driverKilled(seed);
  }

  private void driverKilled(long seed) throws Exception {
    Path output = folder.resolve("out");
    Path note = folder.resolve("note");
    Path log = folder.resolve("log");
    Process driver = SlowDataDriver.start(output, note, log);
    new DriverKiller(log, note, DRIVER_MILLIS).kill(driver, seed);
    try (Stream<Path> all = Files.list(output)) {
      assertEquals(List.of(UNFINISHED), all.map(f -> f.getFileName().toString()).toList());
    }
    long finished = finished(output.resolve(UNFINISHED));
    CreateDataRequest again =
        MadeUpGenes.request(output.toString(), MadeUpGenes::genome, 4).resumed();
    String said = made(SharedSpark.context(), again);
    boolean told = said.contains(finished + " of 4 shards are from before");
    assertTrue(finished < 4 && told == (finished > 0), finished + ": " + said);
    assertEquals(quiet, digests(output));
  }

  private static long finished(Path work) throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      return files.filter(file -> file.toString().endsWith(".done")).count();
    }
  }

  @Test
  void anExecutorThatIsKilledChangesNoByte() throws Exception {
    executorsKilled(1);
  }

  @Test
  @Tag("wide")
  void norDoTheyWheneverTheyAreKilled() throws Exception {
    executorsKilled(2, 3, 4, 5, 6);
  }

  private void executorsKilled(long... seeds) throws Exception {
    Path note = folder.resolve("note");
    var session = LocalCluster.start(Map.of());
    try {
      JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
      for (long seed : seeds) {
        new ExecutorKiller(spark, note, 900)
            .during(
                seed,
                attempt -> {
                  Path output = folder.resolve("out" + seed + "." + attempt);
                  var slow = SlowGenome.opener(note.toString(), 10);
                  made(spark, MadeUpGenes.request(output.toString(), slow, 4));
                  assertEquals(quiet, digests(output), "seed " + seed);
                });
      }
    } finally {
      session.stop();
    }
  }
}
