package org.splicespark.spark.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.model.Compute;
import org.splicespark.testing.Mutations;
import org.splicespark.testing.Readings;

/** What is damaged in training.resume is found, or was nothing. */
class MutatedResumeFileTest {
  private static final byte[] LARGEST = {0x7f, -1, -1, -1};

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void damageIsRefusedByNameAndTakesNoMemory() throws Exception {
    ResumeFile file = new ResumeFile(folder.resolve("training.resume"));
    file.write(
        ResumePoint.first(
            new TrainingBasis(
                Trainings.parameters(1, 4), Compute.cpu(), List.of("d"), List.of(), List.of(), 1),
            PlainLearner.untrained(3)));
    byte[] whole = Files.readAllBytes(file.path());
    Mutations mutations = new Mutations(4, List.of("", "\u0000", "sr", "ur", "[F", "x", "\u007f"));
    Random random = new Random(9);
    Readings readings = new Readings("training.resume", (32L << 20) + 20L * whole.length);
    for (int i = 0; i < 1000; i++) {
      byte[] damaged = i % 2 == 0 ? mutations.of(whole) : lengthened(whole, random);
      Files.write(file.path(), damaged);
      readings.of(file::read);
    }
    readings.requireBoth(10);
  }

  /** Any four bytes may be those of a length. */
  private static byte[] lengthened(byte[] whole, Random random) {
    byte[] damaged = whole.clone();
    int at = random.nextInt(Math.min(whole.length, 20_000) - LARGEST.length);
    System.arraycopy(LARGEST, 0, damaged, at, LARGEST.length);
    return Arrays.copyOf(damaged, damaged.length);
  }
}
