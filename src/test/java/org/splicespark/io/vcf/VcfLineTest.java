package org.splicespark.io.vcf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VcfLineTest {
  private static final byte[] NOT_UTF8 = {'\t', (byte) 0xff, (byte) 0xfe, '\n'};

  private static VcfLine record(String info, String rest) {
    return VcfText.line("chr1\t12\trs1\tAc\tG,<DEL>,*\t.\tPASS\t" + info + rest);
  }

  private static String text(VcfLine line) {
    return new String(line.bytes(), UTF_8);
  }

  @Test
  void aKeysValueIsAllThatStandsBehindIt() {
    VcfLine line = record("AC=1,2;DB;XAC=9;E=;F=a=b", "");
    assertEquals(Optional.of("1,2"), line.info("AC"));
    assertEquals(Optional.of(""), line.info("E"));
    assertEquals(Optional.of("a=b"), line.info("F"));
    assertEquals(Optional.empty(), line.info("DB"));
    assertEquals(Optional.empty(), line.info("A"));
  }

  @Test
  void theFirstColumnsAreRead() {
    VcfLine line = record("AC=1;DB", "\tGT\t0|1\n");
    assertNull(line.malformed());
    assertEquals("chr1", line.contig());
    assertEquals(12, line.position());
    assertEquals("Ac", line.ref());
    assertEquals(List.of("G", "<DEL>", "*"), line.alts());
    assertEquals(List.of(), VcfText.line("1\t0\t.\tA\t.\t.\t.\t.").alts());
  }

  @Test
  void infoKeysAreFoundWhole() {
    VcfLine line = record("AC=1;DB;XAN=3", "\n");
    assertTrue(line.hasInfo("AC"));
    assertTrue(line.hasInfo("DB"));
    assertTrue(line.hasInfo("XAN"));
    assertFalse(line.hasInfo("AN"));
    assertFalse(line.hasInfo("A"));
    assertFalse(line.hasInfo("1"));
    assertFalse(line.hasInfo("XA"));
    assertFalse(record("DBX", "").hasInfo("DB"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n", "\tGT\t0/1:ü\n", "\tGT\t0/1\r\n", "\tGT\t0/1"})
  void infoIsAppendedAndTheRestIsAsItCame(String rest) {
    assertEquals(text(record("AC=1;S=G|X", rest)), text(record("AC=1", rest).withInfo("S=G|X")));
    assertEquals(text(record("S=1", rest)), text(record(".", rest).withInfo("S=1")));
    assertEquals(text(record("S=1", rest)), text(record("", rest).withInfo("S=1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "AC=1", "AC=1;DB", "AC=1;", ";AC=1", "A;;B", "AC=ü;Q=a=b"})
  void removingWhatWasAddedRestoresTheBytes(String info) {
    for (String rest : List.of("", "\n", "\r\n", "\tGT\t0/1\n")) {
      VcfLine line = record(info, rest);
      VcfLine added = line.withInfo("S=G|X,T|Y").withInfo("S_STATUS=*|STAR");
      assertArrayEquals(line.bytes(), added.withoutInfo(Set.of("S", "S_STATUS")).bytes());
    }
  }

  @Test
  void keysAreRemovedWhereverTheyStand() {
    assertEquals(
        text(record("B=2", "\n")), text(record("A=1;B=2;C", "\n").withoutInfo(Set.of("A", "C"))));
    assertEquals(text(record(".", "\n")), text(record("A=1", "\n").withoutInfo(Set.of("A"))));
    VcfLine other = record("AB=1", "\n");
    assertSame(other, other.withoutInfo(Set.of("A")));
  }

  @Test
  void bytesThatAreNoUtf8StayAsTheyAre() {
    byte[] start = "1\t5\t.\tA\tC\t.\t.\tX".getBytes(UTF_8);
    byte[] bytes = java.util.Arrays.copyOf(start, start.length + NOT_UTF8.length);
    System.arraycopy(NOT_UTF8, 0, bytes, start.length, NOT_UTF8.length);
    VcfLine line = new VcfLine(bytes);
    VcfLine back = line.withInfo("S=1").withoutInfo(Set.of("S"));
    assertArrayEquals(bytes, back.bytes());
  }

  @Test
  void aLineThatIsNoRecordSaysWhy() {
    assertEquals("blank line", VcfText.line("\r\n").malformed());
    assertEquals("blank line", VcfText.line("\n").malformed());
    assertEquals("fewer than 8 columns", VcfText.line("1\t5\t.\tA\tC\t.\t.\n").malformed());
    assertEquals("CHROM is empty", VcfText.line("\t5\t.\tA\tC\t.\t.\t.\n").malformed());
    for (String position : List.of("", "x", "-1", "1.5", "1e6", "2147483648", "99999999999")) {
      VcfLine line = VcfText.line("1\t" + position + "\t.\tA\tC\t.\t.\t.\n");
      assertEquals("POS is not a number from 0 to 2147483647", line.malformed());
      assertThrows(IllegalStateException.class, line::position);
      assertThrows(IllegalStateException.class, () -> line.withInfo("A=1"));
    }
    assertNull(VcfText.line("1\t2147483647\t.\tA\tC\t.\t.\t").malformed());
  }

  @Test
  void textThatWouldBreakTheLineIsRefused() {
    VcfLine line = record(".", "\n");
    assertThrows(IllegalArgumentException.class, () -> line.withInfo("A=\t"));
    assertThrows(IllegalArgumentException.class, () -> line.withInfo("A=1\n"));
    assertThrows(IllegalArgumentException.class, () -> line.withInfo(""));
  }

  @Test
  void theIndexSpanIsThatOfRefOrEnd() {
    assertEquals(11, record(".", "\n").indexStart());
    assertEquals(13, record(".", "\n").indexEnd());
    assertEquals(500, record("AC=1;END=500", "\n").indexEnd());
    assertEquals(13, record("END=x;XEND=5", "\n").indexEnd());
    assertEquals(13, record("END=3", "\n").indexEnd());
    assertEquals(13, record("END", "\n").indexEnd());
    assertEquals(0, VcfText.line("1\t0\t.\tA\tC\t.\t.\t.\n").indexStart());
  }
}
