package org.splicespark.spark;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** VCFs for the bench's genome, with every kind of allele. */
final class VcfMaker {
  static final String COLUMNS = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO";
  static final String META =
      "##fileformat=VCFv4.2\n"
          + "##INFO=<ID=AC,Number=A,Type=Integer,Description=\"Zähler\">\n"
          + "##contig=<ID=chr2,length=3000>\n"
          + "##source=\"somebody's, with  two spaces\"\n";
  static final String HEADER = META + COLUMNS + "\n";
  private static final String BASES = "ACGT";

  private final Bench bench;
  private final Random random = new Random(11);

  VcfMaker(Bench bench) {
    this.bench = bench;
  }

  /**
   * Sorted records, both contigs; inserts, deletions and replacements of up to 12 bases, several
   * alternates, symbolic ones, letters of no base, wrong references, places outside of genes.
   */
  String records(int count) {
    StringBuilder text = new StringBuilder();
    int first = count * 2 / 3;
    for (int i = 0; i < count; i++) {
      boolean on1 = i < first;
      int length = on1 ? 6000 : 3000;
      int of = on1 ? first : count - first;
      int position = 40 + (int) ((length - 80L) * (on1 ? i : i - first) / (of - 1));
      text.append(record(on1 ? "chr1" : "chr2", position, i)).append('\n');
    }
    return text.toString();
  }

  private String record(String contig, int position, int i) {
    int length = i % 5 == 0 || i % 13 == 11 ? 2 + random.nextInt(11) : 1;
    String ref = Bench.bases(bench.genome, contig, position - 1, position - 1 + length);
    if (i % 29 == 7) {
      ref = ref.charAt(0) == 'A' ? "C" : "A";
    }
    String info = i % 3 == 0 ? "." : "AC=" + i + ";NOTE=grün|x=" + i;
    return String.join(
        "\t",
        contig,
        "" + position,
        i % 4 == 0 ? "rs" + i : ".",
        ref,
        alt(ref, i),
        "3.140",
        "PASS",
        info);
  }

  private String alt(String ref, int i) {
    return switch (i % 13) {
      case 3 -> other(ref) + "," + other(ref) + "TT";
      case 5 -> "*," + other(ref);
      case 8 -> "<DEL>";
      case 9 -> "R";
      case 11 -> i % 2 == 0 ? "." : ref.charAt(0) + "GTAAG";
      default -> other(ref);
    };
  }

  /** Another base. */
  private String other(String ref) {
    return "" + BASES.charAt((BASES.indexOf(ref.charAt(0)) + 1 + random.nextInt(3)) % 4);
  }

  /** BGZF in blocks of this many bytes of text. */
  static byte[] bgzf(String text, int block) throws IOException {
    var out = new ByteArrayOutputStream();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (var blocks = new BlockCompressedOutputStream(out, (Path) null)) {
      for (int at = 0; at < bytes.length; at += block) {
        blocks.write(bytes, at, Math.min(block, bytes.length - at));
        blocks.flush();
      }
    }
    return out.toByteArray();
  }

  static byte[] gzip(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  /** The text of an output as it was before the job: without its header lines and INFO entries. */
  static String stripped(String annotated) {
    return annotated
        .replaceAll("(?m)^##INFO=<ID=OpenSpliceAI(_STATUS)?,.*\\R", "")
        .replaceAll("(?m)^##contig=<ID=chr1,length=6000>\\R", "")
        .replaceAll("\tOpenSpliceAI(_STATUS)?=[^\t\r\n]*", "\t.")
        .replaceAll(";OpenSpliceAI(_STATUS)?=[^;\t\r\n]*", "");
  }
}
