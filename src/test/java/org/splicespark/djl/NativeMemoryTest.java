package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource;
import org.splicespark.model.SpliceModel;
import org.splicespark.model.Tile;
import org.splicespark.model.Tile.Edit;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.PtFiles;

/** Resident memory of the process beyond the Java heap. */
@Tag("native")
class NativeMemoryTest {
  private static final int EDITS = 100;
  private static final int MIB = 1 << 10;

  @Test
  void tenThousandAllelesLeaveTheProcessAsLargeAsTheFirstThousandsDid() throws IOException {
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")));
    byte[] weights = PtFiles.random(Flank.F400, 4);
    ModelSource source =
        new ModelSource(List.of(new ModelSource.Member("random.pt", "x", weights)), 400);
    try (SpliceModel model = DjlModels.open(source, Compute.cpu())) {
      Random random = new Random(3);
      long early = 0;
      for (int alleles = 0; alleles < 13_000; alleles += EDITS) {
        if (alleles == 3000) {
          early = nativeKilobytes();
        }
        model.edits().orElseThrow().score(tile(random));
      }
      long growth = nativeKilobytes() - early;
      // A batch's largest strip has some 3 MB: one array of each batch left behind would be 400 MB.
      assertTrue(growth < 60L * MIB, "grew by " + growth + " kB");
    }
  }

  private static Tile tile(Random random) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < EDITS; i++) {
      byte[] inserted = bases(random, random.nextInt(5) == 0 ? 4 << random.nextInt(3) : 1);
      edits.add(new Edit(100 + random.nextInt(1500), 1 + random.nextInt(3), inserted, 50, 50));
    }
    return new Tile(bases(random, 2000 + 400), 2000, edits);
  }

  private static byte[] bases(Random random, int count) {
    return MemoryGenome.randomBases(random, count).getBytes(StandardCharsets.US_ASCII);
  }

  private static long nativeKilobytes() throws IOException {
    System.gc();
    return residentKilobytes() - Runtime.getRuntime().totalMemory() / 1024;
  }

  private static long residentKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }
}
