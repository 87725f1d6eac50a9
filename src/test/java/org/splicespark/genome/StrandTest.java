package org.splicespark.genome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrandTest {

  @Test
  void plusAndMinusAreReadAndWritten() {
    assertEquals(Strand.PLUS, Strand.of("+"));
    assertEquals(Strand.MINUS, Strand.of("-"));
    assertEquals('+', Strand.PLUS.symbol());
    assertEquals('-', Strand.MINUS.symbol());
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "?", "", "1", "-1", "plus", "+ "})
  void nothingElseIsTakenForPlus(String text) {
    assertThrows(IllegalArgumentException.class, () -> Strand.of(text));
  }
}
