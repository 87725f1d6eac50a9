package org.splicespark.io.vcf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;

class TruncationTest {
  private static final byte[] TEXT = (VcfText.HEADER + VcfText.records(120, 9)).getBytes(UTF_8);

  @TempDir Path folder;

  @Test
  void bgzfThatIsCutAnywhereIsFoundOut() throws IOException {
    for (byte[] whole :
        List.of(
            BgzfBytes.byHtsjdk(TEXT),
            BgzfBytes.withBlocks(TEXT, List.of(200)),
            BgzfBytes.withBlockPerLine(TEXT))) {
      for (int length = 0; length < whole.length; length += length < 60 ? 1 : 10) {
        assertRefused(Arrays.copyOf(whole, length), "length " + length);
      }
      for (int missing = 1; missing < 120; missing++) {
        assertRefused(Arrays.copyOf(whole, whole.length - missing), "missing " + missing);
      }
    }
  }

  /** What is left is whole blocks then, and whole lines where a block ends with one. */
  @Test
  void bgzfThatIsCutAtTheEndOfAnyBlockIsFoundOutBeforeAnyWork() throws IOException {
    for (List<Integer> lengths : List.of(List.of(200), List.of(1000, 0, 37))) {
      byte[] whole = BgzfBytes.withBlocks(TEXT, lengths);
      int cuts = 0;
      for (int end = blockEnd(whole, 0); end < whole.length; end = blockEnd(whole, end)) {
        FileSource source = VcfText.file(folder.resolve("cut.gz"), Arrays.copyOf(whole, end));
        if (endsWithEmptyBlock(whole, end)) {
          continue;
        }
        int place = end;
        var e =
            assertThrows(
                InputException.class,
                () -> SplitPlanner.plan(source, VcfHeader.read(source), 3),
                () -> "cut at byte " + place);
        assertTrue(e.getMessage().startsWith(source.name() + ": "), e.getMessage());
        cuts++;
      }
      assertTrue(cuts > 10, cuts + " cuts");
    }
  }

  /** A file that is cut behind an empty block ends as one that is whole. */
  private static boolean endsWithEmptyBlock(byte[] whole, int end) {
    return whole[end - 4] == 0 && whole[end - 3] == 0;
  }

  private static int blockEnd(byte[] bgzf, int start) {
    return start + 1 + (bgzf[start + 16] & 0xff) + 256 * (bgzf[start + 17] & 0xff);
  }

  @Test
  void gzipThatIsCutAnywhereIsFoundOut() throws IOException {
    byte[] whole = BgzfBytes.gzip(TEXT);
    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), "length " + length);
    }
  }

  @Test
  void aSecondGzipMemberThatIsCutIsFoundOut() throws IOException {
    byte[] first = BgzfBytes.gzip(Arrays.copyOf(TEXT, 2000));
    byte[] second = BgzfBytes.gzip(Arrays.copyOfRange(TEXT, 2000, TEXT.length));
    for (int length = 1; length < second.length; length++) {
      var both = new ByteArrayOutputStream();
      both.writeBytes(first);
      both.write(second, 0, length);
      assertRefused(both.toByteArray(), "second of length " + length);
    }
  }

  private void assertRefused(byte[] content, String what) throws IOException {
    FileSource source = VcfText.file(folder.resolve("cut.gz"), content);
    for (long exact : new long[] {0, Long.MAX_VALUE}) {
      var e = assertThrows(InputException.class, () -> VcfText.passed(source, 4, exact), what);
      assertTrue(e.getMessage().startsWith(source.name() + ": "), e.getMessage());
      assertEquals(1, e.getMessage().lines().count());
    }
  }

  @Test
  void theMessageSaysWhereAndWhatToDo() throws IOException {
    byte[] whole = BgzfBytes.withBlocks(TEXT, List.of(2000));
    FileSource source = VcfText.file(folder.resolve("cut.gz"), Arrays.copyOf(whole, 1500));
    var e = assertThrows(InputException.class, () -> VcfText.passed(source, 1, 0));
    assertEquals(
        source.name() + ": truncated after about byte 1500; copy the file again", e.getMessage());
  }

  @Test
  void aChangedByteIsFoundOut() throws IOException {
    for (byte[] whole : List.of(BgzfBytes.byHtsjdk(TEXT), BgzfBytes.gzip(TEXT))) {
      for (int at = 30; at < whole.length - 40; at += 13) {
        byte[] changed = whole.clone();
        changed[at] ^= 0x20;
        FileSource source = VcfText.file(folder.resolve("bad.gz"), changed);
        assertThrows(InputException.class, () -> VcfText.passed(source, 3, 0), "byte " + at);
      }
    }
  }

  @Test
  void aBgzfFileWithoutEndBlockIsRefusedBeforeAnyWork() throws IOException {
    byte[] whole = BgzfBytes.byHtsjdk(TEXT);
    byte[] endless = Arrays.copyOf(whole, whole.length - 28);
    FileSource source = VcfText.file(folder.resolve("e.gz"), endless);
    VcfHeader header = VcfHeader.read(source);
    assertThrows(InputException.class, () -> SplitPlanner.plan(source, header, 2));
  }
}
