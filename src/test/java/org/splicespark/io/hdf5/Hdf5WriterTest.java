package org.splicespark.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.splicespark.io.hdf5.Hdf5Files.utf8;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.testing.RandomChunks;

class Hdf5WriterTest {
  @TempDir private Path folder;

  @Test
  void everyDatasetLiesWhereTheLayoutSays() throws IOException {
    byte[] odd = random(3 * 7);
    byte[] even = random(16);
    Hdf5Layout layout =
        Hdf5Layout.builder()
            .bytes("odd", 3, 7)
            .strings("text", new int[] {5})
            .bytes("even", 16)
            .build();
    var out = new ByteArrayOutputStream();
    try (Hdf5Writer writer = layout.open(out)) {
      writer.write("odd", odd, 0, 20);
      writer.write("odd", odd, 20, 1);
      writer.string("text", utf8("exon1"));
      writer.write("even", even);
    }
    byte[] file = out.toByteArray();
    assertEquals(layout.length(), file.length);
    assertArrayEquals(odd, part(file, layout, "odd"));
    assertArrayEquals(even, part(file, layout, "even"));
    try (HdfFile hdf = HdfFile.fromBytes(file)) {
      assertArrayEquals(odd, (byte[]) hdf.getDatasetByPath("odd").getDataFlat());
      assertArrayEquals(new String[] {"exon1"}, (String[]) hdf.getDatasetByPath("text").getData());
    }
  }

  private static byte[] part(byte[] file, Hdf5Layout layout, String name) {
    int from = (int) layout.address(name);
    return Arrays.copyOfRange(file, from, from + (int) layout.size(name));
  }

  @Test
  void theSameChunksGiveTheSameBytes() throws IOException {
    Path one = Hdf5Files.chunks(folder.resolve("1.h5"), RandomChunks.shards(3, 0, 2));
    Path two = Hdf5Files.chunks(folder.resolve("2.h5"), RandomChunks.shards(3, 0, 2));
    assertEquals(-1, Files.mismatch(one, two));
  }

  @Test
  void fourHundredDatasetsAreAllFound() throws IOException {
    Hdf5Layout.Builder builder = Hdf5Layout.builder();
    IntStream.range(0, 400).forEach(i -> builder.bytes(name(i), i % 3, 5));
    Hdf5Layout layout = builder.build();
    var out = new ByteArrayOutputStream();
    try (Hdf5Writer writer = layout.open(out)) {
      for (int i = 0; i < 400; i++) {
        writer.write(name(i), filled(i));
      }
    }
    try (HdfFile hdf = HdfFile.fromBytes(out.toByteArray())) {
      assertEquals(400, hdf.getChildren().size());
      for (int i = 0; i < 400; i++) {
        Dataset dataset = hdf.getDatasetByPath(name(i));
        assertArrayEquals(new int[] {i % 3, 5}, dataset.getDimensions(), name(i));
        if (i % 3 > 0) {
          assertArrayEquals(filled(i), (byte[]) dataset.getDataFlat(), name(i));
        }
      }
    }
  }

  private static String name(int i) {
    return (i % 2 == 0 ? "X" : "Y") + i / 2;
  }

  private static byte[] filled(int i) {
    byte[] bytes = new byte[i % 3 * 5];
    Arrays.fill(bytes, (byte) i);
    return bytes;
  }

  @Test
  void seventyThousandStringsComeBack() throws IOException {
    List<String> strings = new ArrayList<>();
    IntStream.range(0, 70_000).forEach(i -> strings.add("gene-" + Integer.toString(i, i % 35 + 2)));
    assertEquals(strings, read(Hdf5Files.strings("NAME", strings)));
  }

  @Test
  void longAndShortAndForeignStringsComeBack() throws IOException {
    List<String> strings =
        List.of("", "ACGT".repeat(750_000), "é", "A".repeat(65_504), "C".repeat(4056), "中文", "");
    assertEquals(strings, read(Hdf5Files.strings("SEQ", strings)));
  }

  /** Round the smallest collection and round the greatest, where free space has no header. */
  @Test
  void stringsOfEveryLengthRoundACollectionsSizeComeBack() throws IOException {
    for (int size : new int[] {4096, 65_536}) {
      for (int length = size - 64; length <= size; length++) {
        List<String> strings = List.of("G".repeat(length), "next");
        assertEquals(strings, read(Hdf5Files.strings("SEQ", strings)), "length " + length);
      }
    }
  }

  private static List<String> read(byte[] file) {
    try (HdfFile hdf = HdfFile.fromBytes(file)) {
      Dataset dataset = (Dataset) hdf.getChildren().values().iterator().next();
      return Arrays.asList((String[]) dataset.getData());
    }
  }

  @Test
  void datasetsOfManyGigabytesHaveLongAddresses() {
    Hdf5Layout layout =
        Hdf5Layout.builder()
            .bytes("X0", 200_000, 15_000, 4)
            .bytes("Y0", 1, 200_000, 5000, 3)
            .build();
    assertEquals(12_000_000_000L, layout.size("X0"));
    assertEquals(layout.address("X0") + 12_000_000_000L, layout.address("Y0"));
    assertEquals(layout.address("Y0") + 3_000_000_000L, layout.length());
  }

  @Test
  void aFileThatIsNotCompleteIsNotClosedInSilence() throws IOException {
    Hdf5Layout layout = Hdf5Layout.builder().bytes("X0", 4).bytes("Y0", 2).build();
    Hdf5Writer writer = layout.open(new ByteArrayOutputStream());
    writer.write("X0", new byte[4]);
    writer.write("Y0", new byte[1]);
    assertTrue(
        assertThrows(IllegalStateException.class, writer::close).getMessage().contains("Y0 has 1"));
  }

  @Test
  void whatWasNotDeclaredIsRefused() throws IOException {
    Hdf5Layout layout =
        Hdf5Layout.builder().bytes("X0", 4).strings("NAME", new int[] {2, 1}).build();
    try (Hdf5Writer writer = layout.open(new ByteArrayOutputStream())) {
      refused(() -> writer.write("Y0", new byte[1]));
      refused(() -> writer.string("NAME", utf8("AB")));
      refused(() -> writer.write("X0", new byte[5]));
      refused(() -> writer.string("X0", utf8("A")));
      writer.write("X0", new byte[4]);
      refused(() -> writer.write("X0", new byte[1]));
      refused(() -> writer.write("NAME", new byte[1]));
      refused(() -> writer.string("NAME", utf8("A")));
      writer.string("NAME", utf8("AB"));
      writer.string("NAME", utf8("C"));
      refused(() -> writer.string("NAME", utf8("D")));
    }
  }

  private static void refused(Executable action) {
    assertThrows(IllegalStateException.class, action);
  }

  @Test
  void declarationsThatMakeNoFileAreRefused() {
    Hdf5Layout.Builder builder = Hdf5Layout.builder().bytes("X0", 1);
    assertThrows(IllegalArgumentException.class, () -> builder.bytes("X0", 2));
    assertThrows(IllegalArgumentException.class, () -> builder.bytes("a/b", 2));
    assertThrows(IllegalArgumentException.class, () -> builder.bytes("", 2));
    assertThrows(IllegalArgumentException.class, () -> builder.bytes("Y0"));
    assertThrows(IllegalArgumentException.class, () -> builder.bytes("Y0", -1));
    assertThrows(IllegalArgumentException.class, () -> builder.strings("S", new int[] {-1}));
    assertThrows(IllegalArgumentException.class, () -> builder.build().address("Y0"));
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
