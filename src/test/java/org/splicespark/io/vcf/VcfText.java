package org.splicespark.io.vcf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** VCF texts, and what a program that cuts, reads and puts together makes of them. */
final class VcfText {
  static final String COLUMNS = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO";
  static final String HEADER =
      "##fileformat=VCFv4.2\n##contig=<ID=chr1,length=1000000000>\n"
          + "##INFO=<ID=AC,Number=A,Type=Integer,Description=\"Zähler\">\n"
          + "##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">\n"
          + COLUMNS
          + "\n";

  private VcfText() {}

  static VcfLine line(String text) {
    return new VcfLine(text.getBytes(UTF_8));
  }

  /** Sorted records of two contigs, of very different lengths, some with letters outside ASCII. */
  static String records(int count, long seed) {
    var random = new Random(seed);
    var text = new StringBuilder();
    int position = 0;
    for (int i = 0; i < count; i++) {
      position = i == count / 2 ? 1 : position + random.nextInt(40_000);
      text.append(i < count / 2 ? "chr1" : "chrZ").append('\t').append(position);
      text.append("\t.\t").append("ACGT".repeat(1 + random.nextInt(3))).append("\tT\t.\t.\t");
      text.append(random.nextInt(4) == 0 ? "END=" + (position + random.nextInt(100_000)) : "AC=1");
      text.append(";NOTE=").append("grün".repeat(random.nextInt(8))).append('\n');
    }
    return text.toString();
  }

  static FileSource file(Path path, byte[] content) throws IOException {
    return new FileSource(Files.write(path, content).toString());
  }

  static FileSource file(Path path, String content) throws IOException {
    return file(path, content.getBytes(UTF_8));
  }

  /** The lines of each split. */
  static List<List<VcfLine>> split(ByteSource source, int parts, long exactUpTo)
      throws IOException {
    VcfHeader header = VcfHeader.read(source);
    List<List<VcfLine>> all = new ArrayList<>();
    for (VcfSplit split : SplitPlanner.plan(source, header, parts, exactUpTo)) {
      List<VcfLine> lines = new ArrayList<>();
      try (var reader = new SplitReader(source, header.compression(), split)) {
        reader.forEachRemaining(lines::add);
      }
      all.add(lines);
    }
    return all;
  }

  /** Header and all lines of all splits. */
  static byte[] passed(ByteSource source, int parts, long exactUpTo) throws IOException {
    var out = new ByteArrayOutputStream();
    out.writeBytes(VcfHeader.read(source).bytes());
    for (List<VcfLine> lines : split(source, parts, exactUpTo)) {
      for (VcfLine line : lines) {
        line.writeTo(out);
      }
    }
    return out.toByteArray();
  }

  /**
   * Reads a file in splits and writes them as the parts of a new one, with an index if possible.
   */
  static PartJoiner rewritten(ByteSource source, int parts, Compression compression, Path target)
      throws IOException {
    var joiner = new PartJoiner(VcfHeader.read(source).bytes(), compression);
    List<Part> written = new ArrayList<>();
    for (List<VcfLine> lines : split(source, parts, SplitPlanner.EXACT_UP_TO)) {
      written.add(part(lines, compression));
    }
    try (var out = Files.newOutputStream(target)) {
      joiner.writeTo(out, written);
    }
    List<PartSummary> summaries = written.stream().map(Part::summary).toList();
    if (joiner.noIndexBecause(summaries).isEmpty()) {
      try (var out = Files.newOutputStream(Path.of(target + ".tbi"))) {
        joiner.writeIndex(out, summaries);
      }
    }
    return joiner;
  }

  static Part part(List<VcfLine> lines, Compression compression) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = new PartWriter(bytes, compression);
    for (VcfLine line : lines) {
      writer.write(line);
    }
    writer.close();
    byte[] content = bytes.toByteArray();
    return new Part(writer.summary(), () -> new java.io.ByteArrayInputStream(content));
  }
}
