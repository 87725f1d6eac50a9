package org.splicespark.spark;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.splicespark.io.vcf.Compression;
import org.splicespark.variant.SkipReason;

/** Lines of 10 MB, as cohorts with many samples and long notes have them, among short ones. */
class LongLineTest {
  private static final int LENGTH = 10_000_000;

  @TempDir Path folder;

  private static String record(Bench bench, int position, String alt, String info, String rest) {
    String ref = Bench.bases(bench.genome, "chr1", position - 1, position);
    return String.join("\t", "chr1", "" + position, ".", ref, alt, ".", ".", info) + rest + "\n";
  }

  private static String other(Bench bench, int position) {
    return Bench.bases(bench.genome, "chr1", position - 1, position).equals("A") ? "C" : "A";
  }

  private static List<String> lines(Bench bench) {
    List<String> lines = new ArrayList<>();
    String wide = "\tGT" + "\t0/1".repeat(LENGTH / 4);
    lines.add(record(bench, 1300, other(bench, 1300), "X=" + "n".repeat(LENGTH), ""));
    lines.add(record(bench, 1301, other(bench, 1301), "AC=1", ""));
    lines.add(record(bench, 1302, other(bench, 1302), "AC=2", wide));
    lines.add(record(bench, 1303, "G".repeat(LENGTH), "AC=3", ""));
    lines.add(record(bench, 1304, "G".repeat(100_001), "AC=4", ""));
    lines.add("no record at all " + "x".repeat(LENGTH) + "\n");
    lines.add(record(bench, 1305, other(bench, 1305), ".", ""));
    return lines;
  }

  @ParameterizedTest
  @EnumSource(
      value = Compression.class,
      names = {"PLAIN", "BGZF"})
  @Timeout(120)
  void aLineOfTenMegabytesIsALineLikeAnyOther(Compression compression) throws IOException {
    Bench bench = new Bench(folder);
    MutatedVcf run = new MutatedVcf(folder, bench.genome, bench.annotation);
    List<String> before = lines(bench);
    Path input = run.written("long.vcf", String.join("", before).getBytes(US_ASCII));
    byte[] output = run.annotated(input, 3, compression);
    boolean plain = compression == Compression.PLAIN;
    List<String> all =
        MutatedVcf.lines(
            plain ? output : new GZIPInputStream(new ByteArrayInputStream(output)).readAllBytes());
    List<String> after = all.subList(all.size() - before.size(), all.size());
    for (int i = 0; i < before.size(); i++) {
      assertSameButForOurs(before.get(i), after.get(i), i);
    }
    assertEquals(4, run.tally.scored());
    assertEquals(2, run.tally.skipped(SkipReason.ALT_TOO_LONG));
    assertEquals(1, run.tally.badLines().size());
    assertTrue(run.tally.badLines().get(0).length() < 200, "a message is short");
  }

  private static void assertSameButForOurs(String before, String after, int line) {
    String kept =
        after
            .replaceAll(";OpenSpliceAI(_STATUS)?=[^;\t\n]*", "")
            .replaceAll("\tOpenSpliceAI(_STATUS)?=[^;\t\n]*", "\t.");
    // Without the texts themselves in a message.
    assertTrue(before.equals(kept), "line " + line);
    boolean record = before.startsWith("chr1");
    assertEquals(record, after.contains("OpenSpliceAI"), "line " + line);
  }
}
