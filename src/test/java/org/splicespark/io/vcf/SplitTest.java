package org.splicespark.io.vcf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
  private static final int[] PARTS = {1, 2, 3, 5, 7, 16, 50};

  @TempDir Path folder;

  private static Map<String, byte[]> texts() {
    String records = VcfText.records(200, 7);
    String longLine = "chr1\t5\t.\tA\tC\t.\t.\tX=" + "GT".repeat(100_000) + "\n";
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("records", VcfText.HEADER + records);
    texts.put("one record", VcfText.HEADER + VcfText.records(1, 1));
    texts.put("no final newline", VcfText.HEADER + records.substring(0, records.length() - 1));
    texts.put("CRLF", (VcfText.HEADER + records).replace("\n", "\r\n"));
    texts.put("header only", VcfText.HEADER);
    texts.put("header only, no newline", VcfText.HEADER.strip());
    texts.put("blank lines", VcfText.HEADER + "\n\n" + records + "\n\n");
    texts.put("longer than a block", VcfText.HEADER + longLine + records + longLine);
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    texts.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
    return bytes;
  }

  private static Map<String, byte[]> stored(byte[] text) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("plain", text);
    files.put("gzip", BgzfBytes.gzip(text));
    files.put("bgzf", BgzfBytes.byHtsjdk(text));
    files.put("bgzf, blocks within lines", BgzfBytes.withBlocks(text, List.of(97)));
    files.put("bgzf, empty blocks", BgzfBytes.withBlocks(text, List.of(0, 300, 0, 0, 1000)));
    files.put("bgzf, largest blocks", BgzfBytes.withBlocks(text, List.of(65_536)));
    if (text.length < 50_000) {
      files.put("bgzf, a block per line", BgzfBytes.withBlockPerLine(text));
    }
    return files;
  }

  @Test
  void everyLineBelongsToExactlyOneSplit() throws IOException {
    for (var text : texts().entrySet()) {
      for (var stored : stored(text.getValue()).entrySet()) {
        FileSource source = VcfText.file(folder.resolve("in"), stored.getValue());
        for (int parts : PARTS) {
          String what = text.getKey() + ", " + stored.getKey() + ", " + parts + " parts";
          assertArrayEquals(text.getValue(), VcfText.passed(source, parts, Long.MAX_VALUE), what);
          assertArrayEquals(text.getValue(), VcfText.passed(source, parts, 0), what + ", large");
        }
      }
    }
  }

  @Test
  void everyPlaceOfACutGivesEveryLineOnce() throws IOException {
    byte[] text = (VcfText.HEADER + VcfText.records(12, 3)).getBytes(UTF_8);
    FileSource plain = VcfText.file(folder.resolve("plain"), text);
    VcfHeader header = VcfHeader.read(plain);
    for (long cut = header.end() + 1; cut < text.length; cut++) {
      var splits = List.of(new VcfSplit(header.end(), cut), new VcfSplit(cut, text.length));
      assertArrayEquals(text, read(plain, header, splits), "cut at " + cut);
    }
  }

  @Test
  void everyVirtualOffsetIsAPlaceToCut() throws IOException {
    byte[] text = (VcfText.HEADER + VcfText.records(8, 4)).getBytes(UTF_8);
    var sizes = List.of(40, 0, 1, 75);
    FileSource source = VcfText.file(folder.resolve("b"), BgzfBytes.withBlocks(text, sizes));
    VcfHeader header = VcfHeader.read(source);
    long end = VcfSplit.virtualOffset(source.length(), 0);
    for (long block : blocks(source)) {
      for (int offset = 0; offset <= 80; offset++) {
        long cut = VcfSplit.virtualOffset(block, offset);
        if (cut > header.end()) {
          var splits = List.of(new VcfSplit(header.end(), cut), new VcfSplit(cut, end));
          assertArrayEquals(text, read(source, header, splits), block + " + " + offset);
        }
      }
    }
  }

  private static List<Long> blocks(FileSource source) throws IOException {
    List<Long> addresses = new ArrayList<>();
    try (var blocks = new BgzfBlocks(source, 0)) {
      while (blocks.skip()) {
        addresses.add(blocks.address());
      }
    }
    return addresses;
  }

  private static byte[] read(ByteSource source, VcfHeader header, List<VcfSplit> splits)
      throws IOException {
    var out = new ByteArrayOutputStream();
    out.writeBytes(header.bytes());
    for (VcfSplit split : splits) {
      try (var reader = new SplitReader(source, header.compression(), split)) {
        while (reader.hasNext()) {
          reader.next().writeTo(out);
        }
        assertThrows(NoSuchElementException.class, reader::next);
      }
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void anyBlocksOfAnyTextGiveEveryLineOnce(long seed) throws IOException {
    var random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      byte[] text = (VcfText.HEADER + noise(random)).getBytes(UTF_8);
      List<Integer> sizes = IntStream.range(0, 9).mapToObj(i -> random.nextInt(120)).toList();
      if (sizes.stream().allMatch(size -> size == 0)) {
        continue;
      }
      FileSource source = VcfText.file(folder.resolve("n"), BgzfBytes.withBlocks(text, sizes));
      int parts = 1 + random.nextInt(50);
      String what = "seed " + seed + ", round " + round;
      assertArrayEquals(text, VcfText.passed(source, parts, Long.MAX_VALUE), what);
      assertArrayEquals(text, VcfText.passed(source, parts, 0), what);
    }
  }

  private static String noise(Random random) {
    var text = new StringBuilder();
    int length = random.nextInt(2000);
    int newlines = 1 + random.nextInt(60);
    for (int i = 0; i < length; i++) {
      text.append(random.nextInt(newlines) == 0 ? '\n' : "\r\tAü.".charAt(random.nextInt(5)));
    }
    return text.toString();
  }

  @Test
  void oneBlockIsCutIntoManySplits() throws IOException {
    byte[] text = (VcfText.HEADER + VcfText.records(200, 5)).getBytes(UTF_8);
    FileSource source = VcfText.file(folder.resolve("one"), BgzfBytes.byHtsjdk(text));
    assertEquals(2, blocks(source).size());
    List<Integer> sizes =
        VcfText.split(source, 10, Long.MAX_VALUE).stream().map(List::size).toList();
    assertEquals(10, sizes.size());
    assertTrue(sizes.stream().allMatch(size -> size > 10 && size < 40), sizes.toString());
  }

  @Test
  void largeFilesAreCutEvenlyAtBlocks() throws IOException {
    byte[] text = (VcfText.HEADER + VcfText.records(3000, 6)).getBytes(UTF_8);
    FileSource source =
        VcfText.file(folder.resolve("large"), BgzfBytes.withBlocks(text, List.of(500)));
    List<VcfSplit> splits = SplitPlanner.plan(source, VcfHeader.read(source), 8, 0);
    assertEquals(8, splits.size());
    List<Long> addresses = blocks(source);
    for (VcfSplit split : splits.subList(1, 8)) {
      assertEquals(0, VcfSplit.offsetInBlock(split.start()));
      assertTrue(addresses.contains(VcfSplit.blockAddress(split.start())));
    }
  }

  @Test
  void splitsFollowEachOtherAndNoneIsEmpty() throws IOException {
    byte[] text = (VcfText.HEADER + VcfText.records(3, 6)).getBytes(UTF_8);
    for (var stored : stored(text).entrySet()) {
      FileSource source = VcfText.file(folder.resolve("s"), stored.getValue());
      VcfHeader header = VcfHeader.read(source);
      for (long exact : new long[] {0, Long.MAX_VALUE}) {
        List<VcfSplit> splits = SplitPlanner.plan(source, header, 1000, exact);
        assertEquals(header.end(), splits.get(0).start());
        for (int i = 1; i < splits.size(); i++) {
          assertEquals(splits.get(i - 1).end(), splits.get(i).start(), stored.getKey());
        }
      }
    }
    assertThrows(IllegalArgumentException.class, () -> new VcfSplit(5, 5));
  }

  @Test
  void gzipIsOneSplitEvenWithSeveralMembers() throws IOException {
    byte[] text = (VcfText.HEADER + VcfText.records(300, 8)).getBytes(UTF_8);
    var members = new ByteArrayOutputStream();
    members.writeBytes(BgzfBytes.gzip(Arrays.copyOf(text, 1000)));
    members.writeBytes(BgzfBytes.gzip(new byte[0]));
    members.writeBytes(BgzfBytes.gzip(Arrays.copyOfRange(text, 1000, text.length)));
    members.writeBytes(new byte[512]);
    FileSource source = VcfText.file(folder.resolve("m.gz"), members.toByteArray());
    assertEquals(1, VcfText.split(source, 20, 0).size());
    assertArrayEquals(text, VcfText.passed(source, 20, 0));
  }

  @Test
  void linesOfTenMegabytesPass() throws IOException {
    String wide = "chr1\t7\t.\tA\tC\t.\t.\t.\tGT" + "\t0|1".repeat(2_600_000) + "\n";
    byte[] text = (VcfText.HEADER + wide + wide).getBytes(UTF_8);
    for (byte[] stored : List.of(text, BgzfBytes.byHtsjdk(text))) {
      FileSource source = VcfText.file(folder.resolve("w"), stored);
      assertArrayEquals(text, VcfText.passed(source, 6, 0));
      assertArrayEquals(text, VcfText.passed(source, 6, Long.MAX_VALUE));
    }
  }
}
