package org.splicespark.io.bed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import htsjdk.tribble.readers.TabixReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts put together, and queries of the file that they make. */
class RowJoinerTest {
  @TempDir Path folder;

  private record Row(String contig, int start, int end) {
    String text() {
      return contig + "\t" + start + "\t" + end + "\t" + start % 7;
    }
  }

  private final List<Row> rows = rows();

  private static List<Row> rows() {
    Random random = new Random(2);
    List<Row> rows = new ArrayList<>();
    for (String contig : List.of("chr2", "chr1", "HLA*01:02")) {
      int start = random.nextInt(100);
      for (int i = 0; i < 4000; i++) {
        rows.add(new Row(contig, start, start + 1 + random.nextInt(3)));
        start += random.nextInt(200);
      }
    }
    return rows;
  }

  private static RowJoiner.Part part(List<Row> some) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowWriter writer = new RowWriter(out, true);
    for (Row row : some) {
      writer.write(row.contig(), row.start(), row.end(), row.text());
    }
    writer.close();
    return new RowJoiner.Part(
        "whole", writer.summary(), () -> new ByteArrayInputStream(out.toByteArray()));
  }

  private Path file(int perPart) throws IOException {
    List<RowJoiner.Part> parts = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += perPart) {
      parts.add(part(rows.subList(from, Math.min(rows.size(), from + perPart))));
      parts.add(part(List.of()));
    }
    Path file = folder.resolve("rows.bed.gz");
    RowJoiner joiner = new RowJoiner(true);
    List<RowSummary> summaries = parts.stream().map(RowJoiner.Part::summary).toList();
    assertTrue(joiner.indexable(summaries));
    try (OutputStream out = Files.newOutputStream(file);
        OutputStream index = Files.newOutputStream(Path.of(file + ".tbi"))) {
      joiner.writeTo(out, parts);
      joiner.writeIndex(index, summaries);
    }
    return file;
  }

  private List<String> overlapping(String contig, int start, int end) {
    return rows.stream()
        .filter(row -> row.contig().equals(contig) && row.start() < end && start < row.end())
        .map(Row::text)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 37, 5000, 100_000})
  void theTextIsThatOfAllRowsHoweverTheyWereDealt(int perPart) throws IOException {
    if (perPart == 1) {
      rows.subList(50, rows.size()).clear();
    }
    try (var in = new GZIPInputStream(Files.newInputStream(file(perPart)))) {
      String expected = rows.stream().map(row -> row.text() + "\n").collect(Collectors.joining());
      assertEquals(expected, new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {37, 5000, 100_000})
  void queriesThroughHtsjdkFindTheRowsOfAPlace(int perPart) throws IOException {
    Random random = new Random(perPart);
    try (TabixReader reader = new TabixReader(file(perPart).toString())) {
      for (int i = 0; i < 100; i++) {
        String contig = i % 2 == 0 ? "chr1" : "chr2";
        int start = random.nextInt(390_000);
        int end = start + 1 + random.nextInt(i % 3 == 0 ? 5 : 40_000);
        List<String> found = new ArrayList<>();
        TabixReader.Iterator hits = reader.query(contig, start, end);
        for (String hit = hits.next(); hit != null; hit = hits.next()) {
          found.add(hit);
        }
        assertEquals(overlapping(contig, start, end), found);
      }
    }
  }

  @Test
  void queriesThroughTabixFindTheRowsOfAPlace() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/tabix")), "no tabix");
    Path file = file(500);
    for (int start = 0; start < 400_000; start += 16_383) {
      String place = "chr1:" + (start + 1) + "-" + (start + 100);
      Process tabix =
          new ProcessBuilder("/usr/bin/tabix", file.toString(), place)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String found = new String(tabix.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertEquals(0, tabix.waitFor());
      assertEquals(overlapping("chr1", start, start + 100), found.lines().toList());
    }
  }

  @Test
  void aRowBeyondWhatTabixCanTellMeansNoIndex() throws IOException {
    int limit = RowWriter.TABIX_LIMIT;
    RowJoiner joiner = new RowJoiner(true);
    assertTrue(joiner.indexable(List.of(part(List.of(new Row("c", limit - 1, limit))).summary())));
    assertFalse(joiner.indexable(List.of(part(List.of(new Row("c", limit, limit + 1))).summary())));
  }

  @Test
  void aPartThatIsCutShortIsNoticed() throws IOException {
    RowSummary summary = part(rows).summary();
    RowJoiner.Part cut =
        new RowJoiner.Part("cut", summary, () -> new ByteArrayInputStream(new byte[10]));
    IOException refused =
        assertThrows(
            IOException.class,
            () -> new RowJoiner(true).writeTo(OutputStream.nullOutputStream(), List.of(cut)));
    assertEquals("cut: has 10 bytes and should have " + summary.bytes(), refused.getMessage());
  }

  /** What the driver is told of a part does not grow with where the part lies. */
  @Test
  void aPartAtTheEndOfALongContigIsNoLargerThanOneAtItsStart() throws IOException {
    int atStart = sent(0);
    int atEnd = sent(240_000_000);
    assertTrue(Math.abs(atEnd - atStart) < 200, atStart + " and " + atEnd);
    assertTrue(atEnd < 6000, atEnd + " bytes");
  }

  /** Bytes of the summary of 4,000 rows in a million bases, as a task sends it. */
  private static int sent(int first) throws IOException {
    RowWriter writer = new RowWriter(OutputStream.nullOutputStream(), true);
    for (int i = 0; i < 4000; i++) {
      writer.write("c", first + 250 * i, first + 250 * i + 1, "c\t" + (first + 250 * i));
    }
    writer.close();
    var out = new ByteArrayOutputStream();
    try (var objects = new ObjectOutputStream(out)) {
      objects.writeObject(writer.summary());
    }
    return out.size();
  }
}
