package org.splicespark.io.vcf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import htsjdk.samtools.util.BlockCompressedInputStream;
import htsjdk.variant.vcf.VCFFileReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartJoinerTest {
  @TempDir Path folder;

  private static List<VcfLine> lines(String text) {
    return text.lines().map(line -> VcfText.line(line + "\n")).toList();
  }

  private static String record(String contig, int position) {
    return contig + "\t" + position + "\t.\tA\tC\t.\t.\t.\n";
  }

  private static byte[] inflated(Path file) throws IOException {
    try (var in = new BlockCompressedInputStream(file)) {
      return in.readAllBytes();
    }
  }

  @Test
  void theJoinedFileIsTheInput() throws IOException {
    String text = VcfText.HEADER + VcfText.records(2000, 20);
    FileSource source = VcfText.file(folder.resolve("in.vcf"), text);
    for (int parts : new int[] {1, 2, 9, 40}) {
      Path plain = folder.resolve("out.vcf");
      VcfText.rewritten(source, parts, Compression.PLAIN, plain);
      assertArrayEquals(text.getBytes(UTF_8), Files.readAllBytes(plain));
      Path bgzf = folder.resolve("out.vcf.gz");
      VcfText.rewritten(source, parts, Compression.BGZF, bgzf);
      assertArrayEquals(text.getBytes(UTF_8), inflated(bgzf));
      assertEquals(
          BlockCompressedInputStream.FileTermination.HAS_TERMINATOR_BLOCK,
          BlockCompressedInputStream.checkTermination(bgzf));
    }
  }

  @Test
  void aHeaderAloneIsAFile() throws IOException {
    FileSource source = VcfText.file(folder.resolve("in.vcf"), VcfText.HEADER);
    Path out = folder.resolve("none.vcf.gz");
    VcfText.rewritten(source, 4, Compression.BGZF, out);
    assertArrayEquals(VcfText.HEADER.getBytes(UTF_8), inflated(out));
    assertTrue(Files.exists(Path.of(out + ".tbi")));
  }

  @Test
  void theIndexAnswersAsBruteForceDoes() throws IOException {
    List<VcfLine> all = lines(VcfText.records(3000, 21));
    Path out = indexed(VcfText.HEADER + VcfText.records(3000, 21), 13);
    var random = new Random(22);
    try (var reader = new VCFFileReader(out, true)) {
      for (int i = 0; i < 200; i++) {
        String contig = random.nextBoolean() ? "chr1" : "chrZ";
        int from = 1 + random.nextInt(31_000_000);
        int to = from + random.nextInt(1 << random.nextInt(22));
        List<Integer> found = new ArrayList<>();
        reader.query(contig, from, to).forEachRemaining(v -> found.add(v.getStart()));
        assertEquals(positions(all, contig, from, to), found, contig + ":" + from + "-" + to);
      }
    }
  }

  private static List<Integer> positions(List<VcfLine> all, String contig, int from, int to) {
    return all.stream()
        .filter(line -> line.contig().equals(contig))
        .filter(line -> line.indexStart() < to && line.indexEnd() >= from)
        .map(VcfLine::position)
        .toList();
  }

  private Path indexed(String text, int parts) throws IOException {
    FileSource source = VcfText.file(folder.resolve("x.vcf"), text);
    Path out = folder.resolve("x.vcf.gz");
    VcfText.rewritten(source, parts, Compression.BGZF, out);
    return out;
  }

  @Test
  void tabixAnswersAsBruteForceDoes() throws Exception {
    assumeInstalled("tabix");
    List<VcfLine> all = lines(VcfText.records(1500, 23));
    Path out = indexed(VcfText.HEADER + VcfText.records(1500, 23), 7);
    assertEquals("chr1\nchrZ\n", output("tabix", "-l", out.toString()));
    var random = new Random(24);
    for (int i = 0; i < 25; i++) {
      String contig = i % 2 == 0 ? "chr1" : "chrZ";
      int from = 1 + random.nextInt(15_000_000);
      int to = from + random.nextInt(1 << random.nextInt(22));
      String answer = output("tabix", out.toString(), contig + ":" + from + "-" + to);
      List<Integer> found = lines(answer).stream().map(VcfLine::position).toList();
      assertEquals(positions(all, contig, from, to), found);
    }
  }

  @Test
  void bcftoolsReadsTheFileAndItsCounts() throws Exception {
    assumeInstalled("bcftools");
    String records = VcfText.records(900, 25);
    Path out = indexed(VcfText.HEADER.replace("chr1,", "chrZ>\n##contig=<ID=chr1,") + records, 5);
    assertEquals("900\n", output("bcftools", "index", "-n", out.toString()));
    assertEquals(
        "chrZ\t.\t450\nchr1\t1000000000\t450\n".lines().sorted().toList(),
        output("bcftools", "index", "-s", out.toString()).lines().sorted().toList());
    assertEquals(900, output("bcftools", "view", "-H", out.toString()).lines().count());
  }

  @Test
  void bgzipsOwnFilesPassUnchanged() throws Exception {
    assumeInstalled("bgzip");
    String text = VcfText.HEADER + VcfText.records(4000, 26);
    VcfText.file(folder.resolve("b.vcf"), text);
    output("bgzip", folder.resolve("b.vcf").toString());
    var source = new FileSource(folder.resolve("b.vcf.gz").toString());
    for (int parts : new int[] {1, 3, 8, 33}) {
      assertArrayEquals(text.getBytes(UTF_8), VcfText.passed(source, parts, Long.MAX_VALUE));
      assertArrayEquals(text.getBytes(UTF_8), VcfText.passed(source, parts, 0));
    }
  }

  private static void assumeInstalled(String tool) {
    boolean there = Files.isExecutable(Path.of("/usr/bin", tool));
    assumeTrue(there, tool + " is not installed");
  }

  private static String output(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), String.join(" ", command));
    return output;
  }

  private static Optional<String> trouble(String... parts) throws IOException {
    var joiner = new PartJoiner(VcfText.HEADER.getBytes(UTF_8), Compression.BGZF);
    List<PartSummary> summaries = new ArrayList<>();
    for (String part : parts) {
      summaries.add(VcfText.part(lines(part), Compression.BGZF).summary());
    }
    return joiner.noIndexBecause(summaries);
  }

  @Test
  void whatIsNotSortedHasNoIndexAndIsToldWhy() throws IOException {
    String unsorted =
        "records are not sorted (chr1:9 is followed by chr1:5): no index; sort with `bcftools"
            + " sort`";
    assertEquals(Optional.of(unsorted), trouble(record("chr1", 9) + record("chr1", 5)));
    assertEquals(Optional.of(unsorted), trouble(record("chr1", 9), "", record("chr1", 5)));
    String torn =
        "records are not sorted (those of chr1 are not together): no index; sort with `bcftools"
            + " sort`";
    String three = record("chr1", 9) + record("chr2", 5) + record("chr1", 10);
    assertEquals(Optional.of(torn), trouble(three));
    assertEquals(
        Optional.of(torn), trouble(record("chr1", 9) + record("chr2", 5), record("chr1", 10)));
    assertEquals(
        Optional.of(torn),
        trouble(record("chr1", 9), record("chr2", 5), record("chr3", 5) + record("chr1", 1)));
    assertEquals(
        Optional.empty(), trouble(record("chr1", 9), "", record("chr1", 9) + record("chr2", 1)));
  }

  @Test
  void whatTabixCannotHoldHasNoIndexAndIsToldWhy() throws IOException {
    assertEquals(Optional.empty(), trouble(record("chr1", 1 << 29)));
    assertEquals(
        Optional.of(
            "chr1:536870913 reaches beyond 2^29 bases: no tabix index; use `bcftools index -c`"),
        trouble(record("chr1", (1 << 29) + 1)));
    assertEquals(
        Optional.of("a line is no record (blank line): no index; correct the file"),
        trouble(record("chr1", 1) + "\n" + record("chr1", 2)));
    var plain = new PartJoiner(VcfText.HEADER.getBytes(UTF_8), Compression.PLAIN);
    assertTrue(plain.noIndexBecause(List.of()).isPresent());
    assertThrows(
        IllegalArgumentException.class,
        () -> plain.writeIndex(new ByteArrayOutputStream(), List.of()));
  }

  @Test
  void noIndexIsWrittenForUnsortedRecordsButTheFileIs() throws IOException {
    String text = VcfText.HEADER + record("chr1", 9) + record("chr1", 5);
    Path out = indexed(text, 2);
    assertArrayEquals(text.getBytes(UTF_8), inflated(out));
    assertFalse(Files.exists(Path.of(out + ".tbi")));
  }

  @Test
  void aPartAloneMakesAShardWithItsIndex() throws Exception {
    Part part = VcfText.part(lines(VcfText.records(50, 27)), Compression.BGZF);
    PartSummary summary = thawed(part.summary());
    assertEquals(50, summary.records());
    assertEquals("chr1", summary.first().orElseThrow().contig());
    assertEquals("chrZ", summary.last().orElseThrow().contig());
    var joiner = new PartJoiner(VcfText.HEADER.getBytes(UTF_8), Compression.BGZF);
    Path out = folder.resolve("shard.vcf.gz");
    try (var data = Files.newOutputStream(out);
        var index = Files.newOutputStream(Path.of(out + ".tbi"))) {
      joiner.writeTo(data, List.of(part));
      joiner.writeIndex(index, List.of(summary));
    }
    try (var reader = new VCFFileReader(out, true)) {
      assertEquals(25, reader.query("chrZ", 1, 1 << 28).toList().size());
    }
  }

  private static PartSummary thawed(PartSummary summary) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(summary);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (PartSummary) in.readObject();
    }
  }

  @Test
  void aPartThatLostBytesIsNotJoined() throws IOException {
    Part part = VcfText.part(lines(record("chr1", 1)), Compression.PLAIN);
    var cut = new Part(part.summary(), () -> new ByteArrayInputStream(new byte[3]));
    var joiner = new PartJoiner(VcfText.HEADER.getBytes(UTF_8), Compression.PLAIN);
    assertThrows(
        IOException.class, () -> joiner.writeTo(new ByteArrayOutputStream(), List.of(cut)));
  }

  @Test
  void partsAreNotWrittenAsPlainGzip() {
    var out = new ByteArrayOutputStream();
    assertThrows(
        IllegalArgumentException.class, () -> new PartWriter(out, Compression.GZIP).close());
  }
}
