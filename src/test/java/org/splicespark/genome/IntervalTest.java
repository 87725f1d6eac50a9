package org.splicespark.genome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalTest {
  private final Interval interval = new Interval("1", 10, 20);

  @Test
  void theEndIsNotInIt() {
    assertEquals(10, interval.length());
    assertTrue(interval.contains(10));
    assertTrue(interval.contains(19));
    assertFalse(interval.contains(9));
    assertFalse(interval.contains(20));
  }

  @Test
  void neighboursDoNotOverlap() {
    assertFalse(interval.overlaps(new Interval("1", 20, 30)));
    assertFalse(interval.overlaps(new Interval("1", 0, 10)));
    assertTrue(interval.overlaps(new Interval("1", 19, 30)));
    assertFalse(interval.overlaps(new Interval("2", 10, 20)));
  }

  @Test
  void itHoldsItselfAndWhatIsInside() {
    assertTrue(interval.contains(interval));
    assertFalse(interval.contains(new Interval("1", 10, 21)));
    assertFalse(interval.contains(new Interval("1", 9, 20)));
    assertFalse(interval.contains(new Interval("2", 11, 12)));
  }

  @Test
  void anIntervalThatEndsBeforeItStartsIsNone() {
    assertThrows(IllegalArgumentException.class, () -> new Interval("1", 5, 4));
    assertThrows(IllegalArgumentException.class, () -> new Interval("1", -1, 4));
  }
}
