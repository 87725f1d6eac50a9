package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.splicespark.model.Flank;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SpliceModel;
import org.splicespark.model.Tile;
import org.splicespark.model.Tile.Edit;
import org.splicespark.model.TileAnswer;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.NaiveEdits;
import org.splicespark.testing.PtFiles;

@Tag("native")
class IncrementalNetTest {
  private static final float TOLERANCE = 2e-6f;

  private static SpliceNet net(Flank flank, long seed) {
    NativeBoot.start(1);
    Checkpoint checkpoint = Checkpoint.read("random.pt", PtFiles.random(flank, seed));
    return new SpliceNet(
        checkpoint, checkpoint.family(), NDManager.newBaseManager(ai.djl.Device.cpu(), "PyTorch"));
  }

  @ParameterizedTest
  @EnumSource(Flank.class)
  void editsOfATileAreScoredAsIfEachWereASequenceOfItsOwn(Flank flank) {
    Random random = new Random(flank.bases());
    Tile tile = tile(flank, random, 700, 24);
    SpliceNet net = net(flank, 3);
    try (SpliceModel whole = new DjlModel(net, new Budget(1 << 16, 1 << 14))) {
      assertAgree(new NaiveEdits(whole).score(tile), new IncrementalNet(net, 1 << 14).score(tile));
    }
  }

  @Test
  void theAnswerDoesNotDependOnTheSizeOfABatch() {
    Tile tile = tile(Flank.F400, new Random(1), 900, 40);
    try (SpliceNet net = net(Flank.F400, 5)) {
      TileAnswer one = new IncrementalNet(net, 1).score(tile);
      assertAgree(one, new IncrementalNet(net, 1 << 20).score(tile));
    }
  }

  @Test
  void aTileLeavesNoArrayBehind() {
    try (SpliceNet net = net(Flank.F400, 5)) {
      IncrementalNet edits = new IncrementalNet(net, 1 << 12);
      try (NDManager before = net.scratch()) {
        int arrays = before.getParentManager().getManagedArrays().size();
        for (int i = 0; i < 20; i++) {
          edits.score(tile(Flank.F400, new Random(i), 300, 10));
        }
        assertEquals(arrays, before.getParentManager().getManagedArrays().size());
      }
    }
  }

  @Test
  void aStripOfTheLargestFlankHasATenthOfAWindowsArithmetic() {
    Strips snv = new Strips(Flank.F10000, 1, 50, 50);
    assertTrue(snv.multiplyAdds() > 1.1e9 && snv.multiplyAdds() < 1.4e9, snv.multiplyAdds() + "");
    assertEquals(new Strips.Extent(50, 50), snv.after(15));
  }

  /** Edits of all kinds, some at the tile's very ends. */
  private static Tile tile(Flank flank, Random random, int outputs, int count) {
    byte[] bases = bases(random, outputs + flank.bases());
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int removed = random.nextInt(3) == 0 ? random.nextInt(40) : 1;
      byte[] inserted = bases(random, random.nextInt(3) == 0 ? 1 + random.nextInt(20) : 1);
      int before = random.nextInt(60);
      int after = random.nextInt(60);
      int free = outputs - before - removed - after;
      int start = before + (i == 0 ? 0 : i == 1 ? free : random.nextInt(free));
      edits.add(new Edit(start, removed, inserted, before, after));
    }
    edits.add(new Edit(100, 1, bases(random, 1), 50, 50));
    edits.add(new Edit(107, 30, bases(random, 1), 50, 50));
    edits.add(new Edit(200, 0, bases(random, 1), 50, 50));
    return new Tile(bases, outputs, edits);
  }

  private static byte[] bases(Random random, int count) {
    return MemoryGenome.randomBases(random, count).getBytes(StandardCharsets.US_ASCII);
  }

  private static void assertAgree(TileAnswer expected, TileAnswer actual) {
    assertAgree(expected.reference(), actual.reference());
    assertEquals(expected.alternates().size(), actual.alternates().size());
    for (int i = 0; i < expected.alternates().size(); i++) {
      assertAgree(expected.alternates().get(i), actual.alternates().get(i));
    }
  }

  private static void assertAgree(Probabilities expected, Probabilities actual) {
    assertEquals(expected.length(), actual.length());
    float worst = 0;
    for (int i = 0; i < expected.values().length; i++) {
      worst = Math.max(worst, Math.abs(expected.values()[i] - actual.values()[i]));
    }
    assertTrue(worst <= TOLERANCE, "differs by " + worst);
  }
}
