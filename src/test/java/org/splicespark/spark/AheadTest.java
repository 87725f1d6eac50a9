package org.splicespark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.splicespark.error.InputException;

class AheadTest {

  @Test
  void thingsComeInTheOrderOfTheirMakingAndThenNull() throws Exception {
    AtomicInteger made = new AtomicInteger();
    try (Ahead<Integer> ahead = new Ahead<>(() -> made.get() < 3 ? made.incrementAndGet() : null)) {
      assertEquals(1, ahead.next());
      assertEquals(2, ahead.next());
      assertEquals(3, ahead.next());
      assertNull(ahead.next());
    }
  }

  @Test
  void oneThingIsMadeAheadAndNoMore() throws Exception {
    AtomicInteger made = new AtomicInteger();
    try (Ahead<Integer> ahead = new Ahead<>(made::incrementAndGet)) {
      ahead.next();
      ahead.next();
      Thread.sleep(50);
      assertTrue(made.get() <= 3, made + " made when two were taken");
    }
  }

  @Test
  void whatTheMakerThrowsIsThrownAsItIs() {
    try (Ahead<Integer> ahead =
        new Ahead<>(
            () -> {
              throw new InputException("a.vcf: truncated");
            })) {
      assertEquals(
          "a.vcf: truncated", assertThrows(InputException.class, ahead::next).getMessage());
    }
  }
}
