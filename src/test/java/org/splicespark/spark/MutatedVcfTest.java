package org.splicespark.spark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;
import org.splicespark.io.vcf.Compression;
import org.splicespark.io.vcf.FileSource;
import org.splicespark.io.vcf.VcfHeader;
import org.splicespark.testing.Mutations;
import org.splicespark.variant.SkipReason;

/** Lines that nobody would write, through all that a line passes through. */
class MutatedVcfTest {
  private static final int LINES = 2000;
  private static final String OURS = "OpenSpliceAI(_STATUS)?";

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void twentyThousandDamagedLinesComeOutWithAStatusOrAsTheyAre() throws IOException {
    passThrough(10, 1);
  }

  @Test
  @Tag("wide")
  void aHundredThousandDamagedLinesComeOutWithAStatusOrAsTheyAre() throws IOException {
    passThrough(50, 1000);
  }

  private void passThrough(int rounds, long seed) throws IOException {
    Bench bench = new Bench(folder);
    MutatedVcf run = new MutatedVcf(folder, bench.genome, bench.annotation);
    String records = new VcfMaker(bench).records(LINES);
    List<byte[]> whole = records.lines().map(line -> (line + "\n").getBytes(UTF_8)).toList();
    long lines = 0;
    long bad = 0;
    for (int round = 0; round < rounds; round++) {
      Mutations mutations = new Mutations(seed + round, MutatedVcf.WORDS);
      byte[] body = MutatedVcf.damaged(whole, mutations);
      Compression compression = round % 2 == 0 ? Compression.BGZF : Compression.PLAIN;
      byte[] output = run.annotated(run.written("in.vcf", body), 1 + round % 4, compression);
      List<String> expected = MutatedVcf.lines(body);
      List<String> actual = body(text(output), expected.size());
      for (int i = 0; i < expected.size(); i++) {
        bad += requireKept(expected.get(i), actual.get(i)) ? 0 : 1;
      }
      lines += expected.size();
    }
    assertEquals(List.of(), run.tally.failures());
    assertEquals(lines, run.tally.records());
    assertEquals(bad, run.tally.skipped(SkipReason.BAD_RECORD));
    assertTrue(run.tally.scored() > lines / 20, "some must be scored: " + run.tally.scored());
    assertTrue(bad > lines / 20, "some must be bad: " + bad);
  }

  private static byte[] text(byte[] output) throws IOException {
    boolean gzip = output[0] == 0x1f;
    return gzip ? new GZIPInputStream(new ByteArrayInputStream(output)).readAllBytes() : output;
  }

  /** The last lines: a damaged line may look like one of a header. */
  private static List<String> body(byte[] output, int count) {
    List<String> lines = MutatedVcf.lines(output);
    assertTrue(lines.get(lines.size() - count - 1).startsWith("#CHROM\t"), "no line more or less");
    return lines.subList(lines.size() - count, lines.size());
  }

  /** True for a record, with our entries; false for what is carried through as it is. */
  private static boolean requireKept(String before, String after) {
    String[] was = before.replaceAll("\r?\n$", "").split("\t", -1);
    boolean record =
        was.length >= 8 && !was[0].isEmpty() && was[1].matches("[0-9]{1,10}") && fits(was[1]);
    if (!record) {
      assertEquals(before, after);
      return false;
    }
    String[] is = after.replaceAll("\r?\n$", "").split("\t", -1);
    assertTrue(is[7].matches("(?s)(.*;)?" + OURS + "=.*"), after);
    assertEquals(others(was[7]), others(is[7]), before);
    was[7] = "";
    is[7] = "";
    assertEquals(Arrays.asList(was), Arrays.asList(is));
    assertEquals(end(before), end(after));
    return true;
  }

  private static boolean fits(String position) {
    return Long.parseLong(position) <= Integer.MAX_VALUE;
  }

  private static String end(String line) {
    return line.substring(line.replaceAll("\r?\n$", "").length());
  }

  /** Entries of INFO that are not ours. */
  private static List<String> others(String info) {
    List<String> others = new ArrayList<>();
    for (String entry : info.split(";", -1)) {
      if (!entry.matches("(?s)" + OURS + "(=.*)?")) {
        others.add(entry);
      }
    }
    boolean none = others.isEmpty() || others.equals(List.of(""));
    return none ? List.of(".") : others;
  }

  @Test
  void aDamagedHeaderIsKeptOrRefusedByName() throws IOException {
    Mutations mutations = new Mutations(5, MutatedVcf.WORDS);
    byte[] header = VcfMaker.HEADER.getBytes(UTF_8);
    int refused = 0;
    for (int i = 0; i < 10_000; i++) {
      byte[] damaged = mutations.of(header);
      FileSource source =
          new FileSource(Files.write(folder.resolve("header.vcf"), damaged).toString());
      try {
        VcfHeader read = VcfHeader.read(source);
        read.contigs();
        read.withoutInfo(read.infoIds());
        String kept = new String(read.bytes(), ISO_8859_1);
        assertTrue(new String(damaged, ISO_8859_1).startsWith(kept), kept);
      } catch (InputException e) {
        assertTrue(e.getMessage().startsWith(source.name() + ": "), e.getMessage());
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        refused++;
      }
    }
    assertTrue(refused > 1000 && refused < 9000, refused + " were refused");
  }
}
