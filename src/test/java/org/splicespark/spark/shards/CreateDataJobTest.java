package org.splicespark.spark.shards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
import org.splicespark.error.InputException;
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

  private static final String UNFINISHED = ".splicespark-unfinished";

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
  void aRunThatCannotBeFinishedLeavesNothingButWhatAResumedOneGoesOnFrom() throws IOException {
    Map<String, String> calm = made("calm", MadeUpGenes::genome, 4, SharedSpark.context());
    stopped("never");
    try (Stream<Path> all = Files.list(folder.resolve("never"))) {
      assertEquals(List.of(UNFINISHED), all.map(f -> f.getFileName().toString()).toList());
    }
    String said = resumed("never", MadeUpGenes::genome);
    assertTrue(said.contains("3 of 4 shards are from before"), said);
    assertEquals(calm, digests(folder.resolve("never")));
    assertEquals(FILES, List.copyOf(calm.keySet()));
  }

  @Test
  void aShardThatWasDamagedMeanwhileIsMadeAgain() throws IOException {
    Map<String, String> calm = made("calm", MadeUpGenes::genome, 4, SharedSpark.context());
    stopped("damaged");
    Path done = folder.resolve("damaged").resolve(UNFINISHED).resolve("done/hdf5");
    List<Path> shards = files(done);
    Files.write(shards.get(0), new byte[] {1, 2, 3});
    byte[] other = Files.readAllBytes(shards.get(1));
    other[other.length / 2] ^= 1;
    Files.write(shards.get(1), other);
    String said = resumed("damaged", MadeUpGenes::genome);
    assertTrue(said.contains("1 of 4 shards are from before"), said);
    assertEquals(calm, digests(folder.resolve("damaged")));
  }

  @Test
  void aChangedInputIsNotMixedWithFinishedShardsAndIsNamed() throws IOException {
    Path input = Files.writeString(folder.resolve("changed.fa"), ">1\nA\n");
    stopped("changed");
    Files.writeString(input, ">1\nAC\n");
    String message =
        assertThrows(InputException.class, () -> resumed("changed", MadeUpGenes::genome))
            .getMessage();
    assertTrue(message.contains("it had input " + input + " of 5 bytes"), message);
    assertEquals(1, message.lines().count());
    Path kept = folder.resolve("changed").resolve(UNFINISHED);
    assertTrue(files(kept).size() > 3, "finished shards survive the refusal");
    assertTrue(resumable("changed", input), "and are taken up when the input is what it was");
  }

  @Test
  void shardsOfAnotherVersionOfTheProgramAreNotTakenUp() {
    stopped("older");
    CreateDataRequest r =
        MadeUpGenes.request(folder.resolve("older").toString(), MadeUpGenes::genome, 4).resumed();
    CreateDataRequest newer =
        new CreateDataRequest(
            "2",
            r.output(),
            r.inputs(),
            r.genome(),
            r.genes(),
            r.validation(),
            r.paralogs(),
            r.labelling(),
            r.running());
    CreateDataJob job = new CreateDataJob(SharedSpark.context(), System.err);
    String message = assertThrows(InputException.class, () -> job.run(newer)).getMessage();
    assertTrue(message.contains("it had version 1"), message);
  }

  /** Puts the input back as it was. */
  private boolean resumable(String name, Path input) throws IOException {
    String plan = Files.readString(folder.resolve(name).resolve(UNFINISHED).resolve("plan"));
    Files.writeString(input, ">1\nA\n");
    long then = Long.parseLong(plan.replaceAll("(?s).*changed ([0-9]+).*", "$1"));
    Files.setLastModifiedTime(input, FileTime.fromMillis(then));
    return resumed(name, MadeUpGenes::genome).contains("shards are from before");
  }

  @Test
  void anInputThatChangesUnderTheRunIsNamedAndNothingIsPublished() throws IOException {
    Path input = Files.writeString(folder.resolve("moving.fa"), ">1\nA\n");
    String changed = input.toString();
    GenomeOpener rewriting =
        () -> {
          write(changed, ">1\nACGT\n");
          return MadeUpGenes.genome();
        };
    String message =
        assertThrows(
                InputException.class, () -> made("moving", rewriting, 4, SharedSpark.context()))
            .getMessage();
    assertTrue(message.contains("an input changed while it was read; it was input " + input));
    assertTrue(files(folder.resolve("moving")).isEmpty());
  }

  private static void write(String file, String text) {
    try {
      Files.writeString(Path.of(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stopped(String name) {
    GenomeOpener never = StumblingGenome.always();
    assertThrows(
        Exception.class, () -> made(name, never, 4, SharedSpark.context()), "it must fail");
  }

  /** What a resumed run says. */
  private String resumed(String name, GenomeOpener genome) throws IOException {
    var said = new ByteArrayOutputStream();
    CreateDataRequest asked =
        MadeUpGenes.request(folder.resolve(name).toString(), genome, 4).resumed();
    new CreateDataJob(SharedSpark.context(), new PrintStream(said)).run(asked);
    return said.toString();
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
