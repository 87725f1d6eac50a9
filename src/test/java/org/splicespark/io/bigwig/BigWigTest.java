package org.splicespark.io.bigwig;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.testing.BigWigPython;

/** What is written is what others read, however it was dealt out. */
class BigWigTest {
  @TempDir Path folder;

  /** One task's stretch of the genome. */
  private record Piece(String contig, int from, int to) {}

  private final Map<String, float[]> values = new LinkedHashMap<>();
  private final Random random = new Random(11);

  private float[] probabilities(int length, double holes) {
    float[] some = new float[length];
    for (int i = 0; i < length; i++) {
      some[i] = (float) Math.pow(random.nextFloat(), 9);
      some[i] = random.nextDouble() < holes ? Float.NaN : some[i];
    }
    return some;
  }

  private void makeUp() {
    values.put("chr2", probabilities(301_234, 0));
    values.put("chr10", probabilities(4321, 0.3));
    values.put("empty", nothing(5000));
    values.put("one", new float[] {0.5f});
    values.put("rare", probabilities(70_000, 0.999));
    float[] gap = probabilities(40_000, 0);
    Arrays.fill(gap, 1234, 33_210, Float.NaN);
    values.put("chr1", gap);
  }

  private static float[] nothing(int length) {
    float[] nothing = new float[length];
    Arrays.fill(nothing, Float.NaN);
    return nothing;
  }

  private byte[] written(int tile, int tilesInPart) throws IOException {
    List<List<Piece>> parts = new ArrayList<>();
    int count = 0;
    for (Map.Entry<String, float[]> contig : values.entrySet()) {
      for (int from = 0; from < contig.getValue().length; from += tile, count++) {
        if (count % tilesInPart == 0) {
          parts.add(new ArrayList<>());
        }
        int to = Math.min(from + tile, contig.getValue().length);
        parts.get(parts.size() - 1).add(new Piece(contig.getKey(), from, to));
      }
    }
    List<BigWigPart> done = new ArrayList<>();
    for (List<Piece> part : parts) {
      done.add(part(part));
    }
    return joined(done);
  }

  private byte[] joined(List<BigWigPart> parts) throws IOException {
    Map<String, Integer> lengths = new LinkedHashMap<>();
    values.forEach((name, some) -> lengths.put(name, some.length));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new BigWigJoiner(lengths, new MemoryScratch()).writeTo(out, "track", parts);
    return out.toByteArray();
  }

  private BigWigPart part(List<Piece> pieces) throws IOException {
    ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    ByteArrayOutputStream notes = new ByteArrayOutputStream();
    BigWigWriter writer = new BigWigWriter(blocks, notes);
    List<String> names = List.copyOf(values.keySet());
    for (Piece piece : pieces) {
      // In pieces of uneven length, as stretches between runs of N are.
      for (int from = piece.from(); from < piece.to(); ) {
        int to = Math.min(piece.to(), from + 1 + random.nextInt(3000));
        float[] some = Arrays.copyOfRange(values.get(piece.contig()), from, to);
        writer.write(names.indexOf(piece.contig()), from, some);
        from = to;
      }
    }
    writer.close();
    return new BigWigPart(
        "whole",
        writer.summary(),
        () -> new ByteArrayInputStream(blocks.toByteArray()),
        () -> new ByteArrayInputStream(notes.toByteArray()));
  }

  private void compare(byte[] file) throws Exception {
    Path path = Files.write(folder.resolve("track.bw"), file);
    BigWigPython.requireSame(path, values, folder);
  }

  @Test
  void everyValueAndEverySummaryIsReadBack() throws Exception {
    makeUp();
    compare(written(5000, 3));
  }

  @ParameterizedTest
  @CsvSource({"1000,1", "7000,2", "50000,9"})
  void tilesAndPartsChangeNoByte(int tile, int tilesInPart) throws IOException {
    makeUp();
    assertArrayEquals(written(1_000_000, 100), written(tile, tilesInPart));
  }

  @Test
  void manyContigsHaveATreeOfSeveralLevels() throws Exception {
    for (int i = 0; i < 400; i++) {
      values.put("scaffold" + random.nextInt(1 << 30), probabilities(1 + random.nextInt(400), 0));
    }
    compare(written(1000, 50));
  }

  /** 66,000 blocks: three levels of an index of 256 slots. */
  @Test
  void aLongContigHasAnIndexOfSeveralLevels() throws Exception {
    float[] sparse = nothing(66_000_000);
    ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    ByteArrayOutputStream notes = new ByteArrayOutputStream();
    BigWigWriter writer = new BigWigWriter(blocks, notes);
    for (int i = 0; i < sparse.length; i += 1000) {
      int at = i + random.nextInt(1000);
      sparse[at] = random.nextFloat();
      writer.write(0, at, new float[] {sparse[at]});
    }
    writer.close();
    assertEquals(66_000, writer.summary().values());
    values.put("chr1", sparse);
    compare(
        joined(
            List.of(
                new BigWigPart(
                    "whole",
                    writer.summary(),
                    () -> new ByteArrayInputStream(blocks.toByteArray()),
                    () -> new ByteArrayInputStream(notes.toByteArray())))));
  }

  @Test
  void aFileWithoutValuesIsAFileAllTheSame() throws Exception {
    values.put("chr1", nothing(2000));
    values.put("chr2", nothing(10));
    compare(joined(List.of()));
    compare(written(1000, 1));
  }

  @Test
  void aPartThatWasCutShortIsNotJoined() throws IOException {
    values.put("chr1", probabilities(3000, 0));
    BigWigPart whole = part(List.of(new Piece("chr1", 0, 3000)));
    byte[] some = whole.blocks().open().readNBytes(700);
    BigWigPart cut =
        new BigWigPart("cut", whole.summary(), () -> new ByteArrayInputStream(some), whole.notes());
    IOException refused = assertThrows(IOException.class, () -> joined(List.of(cut)));
    assertTrue(refused.getMessage().startsWith("cut: has 700 bytes"), refused.getMessage());
  }

  @Test
  void theHeaderSaysWhereThingsAre() throws IOException {
    makeUp();
    byte[] file = written(50_000, 2);
    ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(0x888FFC26, header.getInt(0));
    assertEquals(0x888FFC26, header.getInt(file.length - 4));
    assertEquals(0x78CA8C91, header.getInt((int) header.getLong(8)));
    assertEquals(0x2468ACE0, header.getInt((int) header.getLong(24)));
    int zooms = header.getShort(6);
    assertEquals(5, zooms);
    for (int i = 0; i < zooms; i++) {
      assertEquals(100 * (int) Math.pow(5, i), header.getInt(64 + 24 * i));
      assertEquals(0x2468ACE0, header.getInt((int) header.getLong(64 + 24 * i + 16)));
    }
  }
}
