package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.calibrate.Temperature;
import org.splicespark.model.Flank;
import org.splicespark.testing.Mutations;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.Readings;

/** Checkpoints and temperatures with damage anywhere, lengths and counts included. */
class MutatedCheckpointTest {
  private static final byte[] LARGEST = {-1, -1, -1, 0x7f};
  private static final List<String> WORDS =
      List.of("", "\u0000", "\u007f", "PK\u0003\u0004", "PK\u0005\u0006", "data.pkl", "1", "[");

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void aDamagedCheckpointIsRefusedByNameAndTakesNoMemory() throws Exception {
    byte[] whole = PtFiles.random(Flank.F80, 1);
    Path file = folder.resolve("model.pt");
    Readings readings = new Readings("model.pt", 20L * whole.length + (16L << 20));
    Mutations mutations = new Mutations(2, WORDS);
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      Files.write(file, i % 2 == 0 ? mutations.of(whole) : lengthened(whole, random));
      readings.of(() -> CheckpointFiles.state(CheckpointFiles.read(file).members().get(0)));
    }
    readings.requireBoth(1);
  }

  @Test
  @Timeout(120)
  void aDamagedTemperatureIsOneInRangeOrRefusedByName() throws Exception {
    var tensor = new ByteArrayOutputStream();
    TemperatureFiles.write(tensor, Temperature.of(1.5));
    byte[] text = "[0.9458317 0.9405042 0.9908734]\n".getBytes();
    Path file = folder.resolve("temperature");
    Mutations mutations =
        new Mutations(6, List.of("", "NaN", "Infinity", "1e999", "0x1p3", "-0", "1f", "\n", "5"));
    Random random = new Random(7);
    Readings readings = new Readings(file.toString(), 16L << 20);
    for (int i = 0; i < 2000; i++) {
      byte[] whole = i % 3 == 0 ? text : tensor.toByteArray();
      Files.write(file, i % 3 == 2 ? lengthened(whole, random) : mutations.of(whole));
      readings.of(() -> requireInRange(TemperatureFiles.read(file)));
    }
    readings.requireBoth(100);
  }

  private static void requireInRange(Temperature temperature) {
    for (double t : temperature.classes()) {
      assertTrue(t >= 0.0499 && t <= 5.0001, temperature.toString());
    }
  }

  /** Any four bytes may be those of a length; most lengths are near the ends of the file. */
  private static byte[] lengthened(byte[] whole, Random random) {
    byte[] damaged = whole.clone();
    int last = whole.length - LARGEST.length;
    int place = random.nextInt(Math.min(last, 20_000));
    System.arraycopy(LARGEST, 0, damaged, random.nextBoolean() ? place : last - place, 4);
    return damaged;
  }
}
