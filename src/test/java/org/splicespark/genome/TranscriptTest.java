package org.splicespark.genome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private static final Interval SPAN = new Interval("chr1", 0, 600);

  private static List<Interval> exons(List<Integer> starts, List<Integer> ends) {
    return new Transcript("T", SPAN, starts, ends, Set.of()).exons();
  }

  @Test
  void exonsArePairsOfBoundaries() {
    assertEquals(
        List.of(new Interval("chr1", 0, 200), new Interval("chr1", 400, 600)),
        exons(List.of(400, 0), List.of(200, 600)));
  }

  @Test
  void boundariesThatDoNotPairUpAreNoExons() {
    assertEquals(List.of(), exons(List.of(0, 300, 400), List.of(200, 600)));
    assertEquals(List.of(), exons(List.of(0, 100), List.of(200, 600)));
    assertEquals(List.of(), exons(List.of(0, 100), List.of(50)));
  }
}
