package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.testing.PickleWriter;
import org.splicespark.testing.PtFiles;

class StateDictTest {
  private static final long[] THREE = {3};
  private static final long[] ROW = {1};

  private static PickleWriter named(String name) {
    return new PickleWriter().dict().text(name);
  }

  private static Tensor only(byte[] file) {
    StateDict dict = StateDict.read("made.pt", file);
    return dict.tensor(dict.names().iterator().next()).orElseThrow();
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] floats(float... values) {
    ByteBuffer bytes = little(4 * values.length);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  @Test
  void theNamesKeepTheirOrder() {
    PickleWriter pickle = new PickleWriter().dict();
    for (String name : List.of("z", "a", "m")) {
      pickle.text(name).tensor("FloatStorage", "0", 3, 0, THREE, ROW);
    }
    byte[] file = PtFiles.file(pickle.end(), Map.of("0", floats(1, 2, 3)));
    assertEquals(List.of("z", "a", "m"), List.copyOf(StateDict.read("made.pt", file).names()));
  }

  @ParameterizedTest
  @CsvSource({
    "HalfStorage, 003c00c001000000, 1 -2 5.9604645E-8 0",
    "BFloat16Storage, 803f00c08040, 1 -2 4",
    "DoubleStorage, 000000000000f83f000000000000f0bf, 1.5 -1",
    "IntStorage, 01000000feffffff, 1 -2",
    "ShortStorage, 0100feff, 1 -2",
    "CharStorage, 01fe, 1 -2",
    "ByteStorage, 01fe, 1 254",
    "BoolStorage, 0100, 1 0"
  })
  void everyTypeOfElementIsRead(String type, String hex, String expected) {
    String[] words = expected.split(" ");
    byte[] storage = java.util.HexFormat.of().parseHex(hex);
    long[] shape = {words.length};
    byte[] pickle = named("x").tensor(type, "0", words.length, 0, shape, ROW).end();
    float[] values = only(PtFiles.file(pickle, Map.of("0", storage))).floats();
    for (int i = 0; i < words.length; i++) {
      assertEquals(Float.parseFloat(words[i]), values[i]);
    }
  }

  @Test
  void wholeNumbersKeepAllTheirDigits() {
    long large = (1L << 62) + 1;
    byte[] pickle = named("n").tensor("LongStorage", "0", 1, 0, new long[0], new long[0]).end();
    byte[] storage = little(8).putLong(large).array();
    assertArrayEquals(new long[] {large}, only(PtFiles.file(pickle, Map.of("0", storage))).longs());
  }

  @Test
  void aTransposedViewIsReadInItsOwnOrder() {
    byte[] pickle =
        named("x").tensor("FloatStorage", "0", 7, 1, new long[] {3, 2}, new long[] {1, 3}).end();
    byte[] file = PtFiles.file(pickle, Map.of("0", floats(9, 1, 2, 3, 4, 5, 6)));
    assertArrayEquals(new float[] {1, 4, 2, 5, 3, 6}, only(file).floats());
  }

  @Test
  void aBigEndianFileSaysSoAndIsRead() {
    byte[] pickle = named("x").tensor("FloatStorage", "0", 1, 0, ROW, ROW).end();
    byte[] file =
        PtFiles.zip(
            Map.of(
                "m/data.pkl",
                pickle,
                "m/byteorder",
                new byte[] {'b', 'i', 'g'},
                "m/data/0",
                ByteBuffer.allocate(4).putFloat(2.5f).array()));
    assertArrayEquals(new float[] {2.5f}, only(file).floats());
  }

  @Test
  void aZipOf64BitOffsetsIsRead() {
    byte[] pickle = named("x").tensor("FloatStorage", "0", 3, 0, THREE, ROW).end();
    byte[] file = PtFiles.file64(pickle, Map.of("0", floats(1, 2, 3)));
    assertArrayEquals(new float[] {1, 2, 3}, only(file).floats());
  }

  @Test
  void aParameterIsItsTensor() {
    byte[] pickle =
        named("x")
            .global("torch._utils", "_rebuild_parameter")
            .op('(')
            .tensor("FloatStorage", "0", 3, 0, THREE, ROW)
            .op(0x88)
            .dict()
            .op('u')
            .op('t')
            .op('R')
            .end();
    byte[] file = PtFiles.file(pickle, Map.of("0", floats(1, 2, 3)));
    assertArrayEquals(new float[] {1, 2, 3}, only(file).floats());
  }

  @Test
  void theNewerOpcodeForNamesIsRead() {
    byte[] pickle =
        new PickleWriter()
            .text("collections")
            .text("OrderedDict")
            .op(0x93)
            .op(')')
            .op('R')
            .op('(')
            .text("x")
            .tensor("FloatStorage", "0", 3, 0, THREE, ROW)
            .end();
    byte[] file = PtFiles.file(pickle, Map.of("0", floats(1, 2, 3)));
    assertArrayEquals(new float[] {1, 2, 3}, only(file).floats());
  }
}
