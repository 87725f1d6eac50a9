package org.splicespark.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.testing.RandomChunks;

class OneHotTest {

  private static byte[] row(int... values) {
    byte[] row = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      row[i] = (byte) values[i];
    }
    return row;
  }

  @Test
  void aBaseLightsItsChannelAndNoBaseNone() {
    assertArrayEquals(
        row(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0),
        OneHot.bases(row(0, 1, 2, 3, Chunk.NO_BASE)));
  }

  @Test
  void aLabelLightsItsClassAndNothingBehindTheGene() {
    assertArrayEquals(
        row(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0),
        OneHot.labels(row(Chunk.NEITHER, Chunk.ACCEPTOR, Chunk.DONOR, Chunk.BEYOND)));
  }

  @Test
  void whatIsWrittenIsReadBack() {
    for (long seed = 0; seed < 10; seed++) {
      Chunk chunk = RandomChunks.chunk(seed);
      assertArrayEquals(chunk.codes(), OneHot.codes(OneHot.bases(chunk.codes())));
      assertArrayEquals(chunk.labels(), OneHot.classes(OneHot.labels(chunk.labels())));
    }
  }

  @ParameterizedTest
  @CsvSource({"2,0,0,0", "0,1,1,0", "1,0,0,1", "0,0,-1,0", "1,0,0,-1", "127,0,0,0"})
  void aRowWithAnythingButASingleOneIsRefusedByItsNumber(byte a, byte c, byte g, byte t) {
    byte[] rows = row(1, 0, 0, 0, a, c, g, t);
    var error = assertThrows(IllegalArgumentException.class, () -> OneHot.codes(rows));
    assertEquals("row 1 is not one-hot", error.getMessage());
  }

  @Test
  void noRowsAreNoValues() {
    assertEquals(0, OneHot.bases(new byte[0]).length);
    assertEquals(0, OneHot.classes(new byte[0]).length);
  }
}
