package org.splicespark.spark.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.error.InputException;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.InputStamp;
import org.splicespark.testing.SharedSpark;
import org.splicespark.train.LearnerOpener;
import org.splicespark.train.LearnerParameters.Optimizer;
import org.splicespark.train.TrainingParameters;

/** Data that change under a training, or before it is resumed: refused, by the file's name. */
@Tag("spark")
class ChangingDataTest {
  private static final TrainingParameters TWO_WORKERS =
      Trainings.parameters(2, 2, 4, 7, Optimizer.ADAMW);

  @TempDir static Path shared;
  @TempDir Path folder;
  private static Trainings quiet;
  private static volatile LongConsumer watch;
  private Trainings trainings;

  @BeforeAll
  static void trainQuietly() throws IOException {
    quiet = new Trainings(shared, Trainings.data(shared, SharedSpark.context()));
    run(quiet, PlainLearner::open, false);
  }

  @BeforeEach
  void copyData() throws IOException {
    trainings = new Trainings(folder, folder.resolve("data"));
    FileUtils.copyDirectory(quiet.data().toFile(), trainings.data().toFile());
  }

  private static void run(Trainings trainings, LearnerOpener opener, boolean resume)
      throws IOException {
    trainings.run(SharedSpark.context(), trainings.request("trained", TWO_WORKERS, opener, resume));
  }

  /** The message, which must be one line. */
  private String refused(LearnerOpener opener, boolean resume) {
    String message =
        assertThrows(InputException.class, () -> run(trainings, opener, resume)).getMessage();
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  private Path shard(String name) {
    return trainings.data().resolve("parquet").resolve(name);
  }

  private static String stamp(Path file) throws IOException {
    return new InputStamp(new HadoopFiles(new Configuration())).of(file.toString());
  }

  private void cutOff() {
    LearnerOpener failing = StumblingLearner.always(quiet.end("trained").steps() - 2);
    assertThrows(Exception.class, () -> run(trainings, failing, false));
  }

  @Test
  void aFileOfTheSameLengthThatIsWrittenAnewIsNotTakenForTheOldOne() throws IOException {
    cutOff();
    Path file = shard("train/part-00001.parquet");
    String before = stamp(file);
    FileTime then = Files.getLastModifiedTime(file);
    Files.write(file, Files.readAllBytes(file));
    Files.setLastModifiedTime(file, FileTime.fromMillis(then.toMillis() + 1));
    String message = refused(PlainLearner::open, true);
    assertTrue(message.endsWith("differs in: train; it had " + before), message);
    Files.setLastModifiedTime(file, then);
    run(trainings, PlainLearner::open, true);
    Trainings.assertSame(quiet.end("trained"), trainings.end("trained"));
  }

  @Test
  void aShardThatCameOnTopIsNamed() throws IOException {
    cutOff();
    Path added = shard("test/part-00001.parquet");
    Files.copy(shard("test/part-00000.parquet"), added);
    String message = refused(PlainLearner::open, true);
    assertTrue(message.endsWith("differs in: test; it had no " + stamp(added)), message);
  }

  @ParameterizedTest
  @CsvSource({
    "1, train/part-00000.parquet, TOUCHED",
    "2, train/part-00001.parquet, CUT_SHORT",
    "3, validation/part-00000.parquet, DELETED",
    "4, test/part-00000.parquet, CUT_SHORT",
  })
  void aFileThatChangesAtAnyStepIsNamedAndNothingThatWasLearnedOfItIsKept(
      long seed, String name, Change change) throws IOException {
    Path file = shard(name);
    String before = stamp(file);
    long step = 1 + new Random(seed).nextInt((int) quiet.end("trained").steps() - 1);
    watch =
        reached -> {
          if (reached == step) {
            change.of(file);
          }
        };
    String message = refused(StumblingLearner.watched(reached -> watch.accept(reached)), false);
    assertEquals("an input changed while it was read; it was " + before + "; run again", message);
    if (Files.exists(TrainJob.resumeFile(folder.resolve("trained")))) {
      assertTrue(trainings.end("trained").steps() <= step, "what is gone on with was before");
    }
    requireCheckpointsOfTheQuietOne();
  }

  private void requireCheckpointsOfTheQuietOne() throws IOException {
    Path models = folder.resolve("trained/models");
    try (var all = Files.list(models)) {
      List<Path> left = all.filter(f -> f.toString().matches(".*_[0-9]+\\.pt")).toList();
      assertTrue(left.size() < TWO_WORKERS.epochs(), "the epoch did not count");
      for (Path one : left) {
        Path same = shared.resolve("trained/models").resolve(one.getFileName());
        assertEquals(-1, Files.mismatch(same, one), one.toString());
      }
    }
  }

  /** What happens to a file. */
  enum Change {
    TOUCHED,
    CUT_SHORT,
    DELETED;

    void of(Path file) {
      try {
        if (this == DELETED) {
          Files.deleteIfExists(file);
          return;
        }
        byte[] bytes = Files.readAllBytes(file);
        int length = this == TOUCHED ? bytes.length : bytes.length / 2;
        Files.write(file, Arrays.copyOf(bytes, length));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
