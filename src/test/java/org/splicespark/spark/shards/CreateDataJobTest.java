package org.splicespark.spark.shards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.spark.GenomeOpener;
import org.splicespark.testing.LocalCluster;
import org.splicespark.testing.SharedSpark;

/** What must not change a byte of the shards, and what must leave none. */
@Tag("spark")
class CreateDataJobTest {
  private static final List<String> FILES =
      List.of(
          "hdf5/test/part-00000.h5",
          "hdf5/train/part-00000.h5",
          "hdf5/train/part-00001.h5",
          "hdf5/validation/part-00000.h5",
          "parquet/test/part-00000.parquet",
          "parquet/train/part-00000.parquet",
          "parquet/train/part-00001.parquet",
          "parquet/validation/part-00000.parquet",
          "test.fa",
          "train.fa",
          "validation.fa");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 50})
  void theNumberOfTasksChangesNoByte(int partitions) throws IOException {
    Map<String, String> one = made("one", MadeUpGenes::genome, 1, SharedSpark.context());
    assertEquals(FILES, List.copyOf(one.keySet()));
    assertEquals(one, made("other", MadeUpGenes::genome, partitions, SharedSpark.context()));
  }

  @Test
  void aTaskThatFailsHalfWayLeavesNothingAndItsNextAttemptMakesTheSameBytes() throws IOException {
    Map<String, String> calm = made("calm", MadeUpGenes::genome, 4, SharedSpark.context());
    Path note = folder.resolve("failures");
    assertEquals(calm, onCluster("thrown", StumblingGenome.throwing(note.toString())));
    assertEquals(calm, onCluster("killed", StumblingGenome.halting(note.toString())));
    assertEquals(List.of("thrown", "halted"), Files.readAllLines(note), "both really failed");
  }

  @Test
  void aRunThatCannotBeFinishedLeavesNothing() {
    GenomeOpener never = StumblingGenome.always();
    assertThrows(
        Exception.class, () -> made("never", never, 4, SharedSpark.context()), "it must fail");
    assertTrue(files(folder.resolve("never")).isEmpty());
  }

  private Map<String, String> onCluster(String name, GenomeOpener genome) throws IOException {
    SparkSession session = LocalCluster.start(Map.of());
    try {
      return made(name, genome, 4, new JavaSparkContext(session.sparkContext()));
    } finally {
      session.stop();
    }
  }

  private Map<String, String> made(
      String name, GenomeOpener genome, int partitions, JavaSparkContext spark) throws IOException {
    Path output = folder.resolve(name);
    PrintStream quiet = new PrintStream(OutputStream.nullOutputStream());
    CreateDataReport report =
        new CreateDataJob(spark, quiet)
            .run(MadeUpGenes.request(output.toString(), genome, partitions));
    Map<String, String> digests = new TreeMap<>();
    report.files().forEach(file -> digests.put(file.name(), file.sha256()));
    assertEquals(digests, digests(output), "what is said of the files is true, and all there is");
    return digests;
  }

  private static Map<String, String> digests(Path output) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (Path file : files(output)) {
      digests.put(
          output.relativize(file).toString(), DigestUtils.sha256Hex(Files.readAllBytes(file)));
    }
    return digests;
  }

  private static List<Path> files(Path output) {
    try (Stream<Path> all = Files.walk(output)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
