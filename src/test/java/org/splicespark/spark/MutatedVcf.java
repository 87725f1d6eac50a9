package org.splicespark.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Genome;
import org.splicespark.io.vcf.Compression;
import org.splicespark.io.vcf.FileSource;
import org.splicespark.io.vcf.Part;
import org.splicespark.io.vcf.PartJoiner;
import org.splicespark.io.vcf.PartSummary;
import org.splicespark.io.vcf.PartWriter;
import org.splicespark.io.vcf.SplitPlanner;
import org.splicespark.io.vcf.SplitReader;
import org.splicespark.io.vcf.VcfHeader;
import org.splicespark.io.vcf.VcfSplit;
import org.splicespark.testing.MotifModel;
import org.splicespark.testing.Mutations;
import org.splicespark.variant.CarefulScorer;
import org.splicespark.variant.ScorerKind;
import org.splicespark.variant.ScoringParameters;
import org.splicespark.variant.VariantScorer;

/** What the job makes of a VCF, without Spark: cut, read, planned, scored, written, joined. */
final class MutatedVcf {
  private static final int FLANK = 20;
  private static final ScoringParameters SCORING = new ScoringParameters(5, true, false);
  private static final String LONG = "ACGT".repeat(300);

  static final List<String> WORDS =
      List.of(
          "",
          ".",
          "\t",
          "\t\t",
          ",",
          ";",
          "=",
          "0",
          "-1",
          "1",
          "5999",
          "6001",
          "2147483647",
          "2147483648",
          "99999999999999999999",
          "1e3",
          "0x10",
          "\u0661",
          "chr1",
          "chr2",
          "1",
          "2",
          "chrX",
          "A",
          "C",
          "G",
          "T",
          "N",
          "a",
          "n",
          "R",
          "AC",
          "acgt",
          LONG,
          "*",
          "<DEL>",
          "<*>",
          "]chr1:5]A",
          "A[chr2:1[",
          ".A",
          "A,",
          "A,C,G,T,*,<DEL>,.",
          "A,A",
          "\u00e9",
          "\u017f",
          "\r",
          "\r\n",
          "\n",
          "\u0000",
          "END=1",
          "END=99999999999",
          "END=",
          "END",
          "AC=1;AC=2",
          "OpenSpliceAI",
          "OpenSpliceAI=",
          "OpenSpliceAI=A|x",
          "OpenSpliceAI_STATUS=A|x",
          "OpenSpliceAIx=1",
          ";;",
          "#",
          "##",
          "#CHROM",
          "\ufeff",
          "\u2028",
          "%2C",
          "\"");

  private final Path folder;
  private final Genome genome;
  private final CarefulScorer scorer;
  final Tally tally = new Tally();

  MutatedVcf(Path folder, Genome genome, Annotation annotation) {
    this.folder = folder;
    this.genome = genome;
    var model = new MotifModel(FLANK);
    this.scorer =
        new CarefulScorer(
            new VariantScorer(
                genome, annotation, ScorerKind.INCREMENTAL.of(model, genome, 64), SCORING),
            () -> {});
  }

  /** Body lines, each with its newline, of which some are damaged. */
  static byte[] damaged(List<byte[]> lines, Mutations mutations) {
    var out = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      out.writeBytes(mutations.of(line));
    }
    return out.toByteArray();
  }

  /** The output of a file, uncompressed parts and all, with an index if it can have one. */
  byte[] annotated(Path vcf, int partsWanted, Compression compression) throws IOException {
    FileSource source = new FileSource(vcf.toString());
    VcfHeader header = VcfHeader.read(source);
    List<Part> parts = new ArrayList<>();
    for (VcfSplit split : SplitPlanner.plan(source, header, partsWanted)) {
      parts.add(part(source, header, split, compression));
    }
    var joiner =
        new PartJoiner(
            header.completed(Bench.INFO.headerLines("x"), genome.contigs()), compression);
    var out = new ByteArrayOutputStream();
    joiner.writeTo(out, parts);
    List<PartSummary> summaries = parts.stream().map(Part::summary).toList();
    if (joiner.noIndexBecause(summaries).isEmpty()) {
      joiner.writeIndex(new ByteArrayOutputStream(), summaries);
    }
    return out.toByteArray();
  }

  private Part part(FileSource source, VcfHeader header, VcfSplit split, Compression compression)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = new PartWriter(bytes, compression);
    PartStore<PartResult> store =
        new PartStore<>(new HadoopFiles(new Configuration()), folder.resolve("parts").toString());
    store.prepare("plan", false);
    try (store;
        AnnotatedRecords.Files written = AnnotatedRecords.Files.of(store, "part", writer);
        var lines = new SplitReader(source, header.compression(), split)) {
      var records = new AnnotatedRecords(source.name(), Bench.INFO, true, written, tally);
      RecordChunk chunk = RecordChunk.next(lines, scorer, SCORING.outputs());
      while (chunk != null) {
        records.write(chunk);
        chunk = RecordChunk.next(lines, scorer, SCORING.outputs());
      }
    }
    byte[] content = bytes.toByteArray();
    return new Part(writer.summary(), () -> new java.io.ByteArrayInputStream(content));
  }

  /** Lines of a text, each with its newline. */
  static List<String> lines(byte[] text) {
    List<String> lines = new ArrayList<>();
    // Latin-1 keeps every byte apart.
    String all = new String(text, java.nio.charset.StandardCharsets.ISO_8859_1);
    for (int from = 0; from < all.length(); ) {
      int end = all.indexOf('\n', from);
      int next = end < 0 ? all.length() : end + 1;
      lines.add(all.substring(from, next));
      from = next;
    }
    return lines;
  }

  Path written(String name, byte[] body) throws IOException {
    var all = new ByteArrayOutputStream();
    all.writeBytes(VcfMaker.HEADER.getBytes(UTF_8));
    all.writeBytes(body);
    return Files.write(folder.resolve(name), all.toByteArray());
  }
}
