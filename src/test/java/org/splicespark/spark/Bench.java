package org.splicespark.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Strand;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelOpener;
import org.splicespark.model.ModelSource;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.SharedSpark;
import org.splicespark.variant.InfoField;
import org.splicespark.variant.Profile;
import org.splicespark.variant.ScorerKind;
import org.splicespark.variant.ScoringParameters;

/** A small world in a folder: a genome of two contigs, four genes, and runs of the job on it. */
final class Bench {
  static final InfoField INFO = new InfoField(InfoField.DEFAULT_KEY, 4, false);
  static final ScoringParameters SCORING = new ScoringParameters(50, false, false);

  final Path folder;
  final MemoryGenome genome = new MemoryGenome();
  final Annotation annotation;
  final Path fasta;
  final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  ModelSource source = Openers.newSource();
  ModelOpener opener = Openers.motif();

  Bench(Path folder) throws IOException {
    this(folder, true);
  }

  /** The bench that is in a folder already, of whose files none changes. */
  static Bench in(Path folder) throws IOException {
    return new Bench(folder, false);
  }

  private Bench(Path folder, boolean write) throws IOException {
    this.folder = folder;
    Random random = new Random(7);
    genome.with("chr1", MemoryGenome.randomBases(random, 6000));
    genome.with("chr2", MemoryGenome.randomBases(random, 3000));
    annotation =
        new Annotation(
            List.of(
                Genes.gene("ONE", "chr1", Strand.PLUS, 1000, 1200, 1800, 1900, 2500, 3000),
                Genes.gene("TWO", "chr1", Strand.MINUS, 2000, 2300, 3500, 4000),
                Genes.gene("EDGE", "chr1", Strand.PLUS, 5500, 5600, 5700, 6000),
                Genes.gene("FAR,OFF", "chr2", Strand.MINUS, 500, 700, 900, 1500)));
    fasta = folder.resolve("genome.fa");
    if (write) {
      Files.writeString(fasta, fasta(genome));
    }
  }

  private static String fasta(Genome genome) {
    return genome.contigs().entrySet().stream()
        .map(
            contig ->
                ">"
                    + contig.getKey()
                    + "\n"
                    + bases(genome, contig.getKey(), 0, contig.getValue())
                        .replaceAll("(.{60})", "$1\n")
                        .strip()
                    + "\n")
        .collect(Collectors.joining());
  }

  static String bases(Genome genome, String contig, int start, int end) {
    return new String(
        genome.bases(new org.splicespark.genome.Interval(contig, start, end)),
        StandardCharsets.US_ASCII);
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** A run to be changed before it starts. */
  final class Run {
    private String input;
    private String output;
    private ScoringParameters scoring = SCORING;
    private InfoField info = INFO;
    private String workFolder = "";
    private int batchSize = 16;
    private int partitions = 3;
    private boolean overwrite;
    private boolean overwriteExisting;
    private boolean resume;

    Run scoring(ScoringParameters value) {
      scoring = value;
      return this;
    }

    Run profile(Profile profile) {
      scoring = profile.scoring();
      info = profile.info();
      return this;
    }

    Run workFolder(Path value) {
      workFolder = value.toString();
      return this;
    }

    Run batchSize(int value) {
      batchSize = value;
      return this;
    }

    Run partitions(int value) {
      partitions = value;
      return this;
    }

    /** Input and output named as seen from the working directory of this JVM. */
    Run relative() {
      Path here = Path.of("").toAbsolutePath();
      input = here.relativize(Path.of(input).toAbsolutePath()).toString();
      output = here.relativize(Path.of(output).toAbsolutePath()).toString();
      return this;
    }

    Run overwrite() {
      overwrite = true;
      return this;
    }

    Run overwriteExisting() {
      overwriteExisting = true;
      return this;
    }

    Run resume() {
      resume = true;
      return this;
    }

    VariantRequest request() {
      return new VariantRequest(
          input,
          output,
          fasta.toString(),
          annotation,
          source,
          scoring,
          info,
          "a test",
          new VariantRequest.Running(
              new Compute("auto", 0, Compute.MathMode.FP32),
              ScorerKind.INCREMENTAL,
              batchSize,
              partitions,
              workFolder,
              overwrite,
              overwriteExisting,
              resume));
    }

    VariantReport go() throws IOException {
      return go(SharedSpark.context());
    }

    VariantReport go(JavaSparkContext spark) throws IOException {
      PrintStream to = new PrintStream(messages, true, StandardCharsets.UTF_8);
      return new VariantJob(spark, opener, to).run(request(), genome.contigs(), stdout);
    }
  }

  /** Names are in the folder, but for an output of a scheme's or {@code -}, standard output. */
  Run run(String input, String output) {
    Run run = new Run();
    run.input = path(input).toString();
    run.output = output.equals("-") || output.contains(":/") ? output : folder + "/" + output;
    return run;
  }

  Path write(String name, String text) throws IOException {
    return Files.write(path(name), text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file's text, decompressed if it is compressed. */
  String text(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(path(name));
    boolean gzip = bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
    try (var in = new java.io.ByteArrayInputStream(bytes)) {
      return new String(
          (gzip ? new GZIPInputStream(in) : in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** All names in the folder but those of the genome and of inputs, sorted. */
  List<String> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("genome.fa") && !name.startsWith("in."))
          .sorted()
          .toList();
    }
  }

  Map<String, Integer> contigs() {
    return genome.contigs();
  }
}
