package org.splicespark.cli.bench.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What storage takes, told by hand. */
class StorageTest {
  private static final double MB = 1 << 20;
  private final Storage storage = new Storage(0.05, 8 * MB);

  @Test
  void oneStreamPaysEveryRequestAndEveryByte() {
    assertEquals(100 * 0.05 + 10, storage.oneStream(80 * MB, 100), 1e-9);
    assertEquals(5, storage.cutsAlone(100), 1e-9);
  }

  @Test
  void piecesAreSharedOutAmongTheSlots() {
    // Ten pieces of ten parts: at once, or five after five.
    assertEquals(10 * 0.05 + 1, storage.pieces(80 * MB, 100, 1000), 1e-9);
    assertEquals(2 * (10 * 0.05 + 1), storage.pieces(80 * MB, 100, 5), 1e-9);
  }

  @Test
  void tasksSearchSixteenCutsEachOrMoreWhereSlotsAreFew() {
    assertEquals(16 * 0.05, storage.cutsByTasks(3200, 1000), 1e-9);
    assertEquals(320 * 0.05, storage.cutsByTasks(3200, 10), 1e-9);
  }
}
