package org.splicespark.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private final Rounds odd = new Rounds(List.of(5.0, 1.0, 2.0));

  @Test
  void theMedianIsTheMiddleOrTheMeanOfTheTwoThere() {
    assertEquals(2, odd.median());
    assertEquals(2.5, new Rounds(List.of(9.0, 1.0, 2.0, 3.0)).median());
  }

  @Test
  void extremesAreThoseOfAllRounds() {
    assertEquals(1, odd.min());
    assertEquals(5, odd.max());
  }

  @Test
  void roundsAreDividedOneByOne() {
    Rounds other = new Rounds(List.of(2.0, 4.0, 0.5));
    assertEquals(new Rounds(List.of(2.5, 0.25, 4.0)), odd.dividedBy(other));
  }
}
