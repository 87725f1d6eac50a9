package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SideBySideTest {
  private static final List<Integer> PIECES = List.of(4, 1, 3, 2);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9})
  void resultsAreInTheOrderOfThePieces(int atOnce) throws IOException {
    assertEquals(
        List.of("4", "1", "3", "2"),
        new SideBySide<Integer, String>(atOnce).run(PIECES, String::valueOf));
  }

  @Test
  void twoPiecesAreUnderWayAtATime() throws IOException {
    CyclicBarrier both = new CyclicBarrier(2);
    List<Boolean> met =
        new SideBySide<Integer, Boolean>(2)
            .run(
                PIECES,
                piece -> {
                  try {
                    both.await(20, TimeUnit.SECONDS);
                    return true;
                  } catch (Exception alone) {
                    return false;
                  }
                });
    assertEquals(List.of(true, true, true, true), met);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void afterAFailureWhatIsUnderWayEndsAndNothingElseBegins(int atOnce) {
    IOException failure = new IOException("disk full");
    Queue<Integer> begun = new ConcurrentLinkedQueue<>();
    CyclicBarrier together = new CyclicBarrier(atOnce);
    SideBySide<Integer, Integer> work = new SideBySide<>(atOnce);
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                work.run(
                    PIECES,
                    piece -> {
                      begun.add(piece);
                      meet(together);
                      throw failure;
                    }));
    assertSame(failure, thrown);
    assertEquals(atOnce, begun.size());
    assertTrue(PIECES.subList(0, atOnce).containsAll(begun));
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception alone) {
      throw new IllegalStateException(alone);
    }
  }
}
