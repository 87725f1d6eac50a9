package org.splicespark.spark.prediction;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Strand;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelOpener;
import org.splicespark.model.ModelSource;
import org.splicespark.predict.SiteCaller;
import org.splicespark.predict.Tiling;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.MotifModel;

/** A made-up genome, and runs of the job on it. */
final class Genomes {
  static final int FLANK = 80;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  static final MemoryGenome GENOME = genome();
  static final List<Gene> GENES =
      List.of(
          Genes.gene("A", "chrB", Strand.PLUS, 350, 1400),
          Genes.gene("B", "chrB", Strand.MINUS, 900, 8100),
          Genes.gene("D", "chrB", Strand.MINUS, 7300, 8600),
          Genes.gene("C", "chrA", Strand.MINUS, 950, 3950));

  private Genomes() {}

  private static MemoryGenome genome() {
    Random random = new Random(8);
    return new MemoryGenome()
        .with(
            "chrB",
            MemoryGenome.randomBases(random, 4500)
                + "N".repeat(2500)
                + MemoryGenome.randomBases(random, 2100))
        .with("chrA", MemoryGenome.randomBases(random, 4000))
        .with("small", MemoryGenome.randomBases(random, 60));
  }

  static ModelOpener motif() {
    return (source, compute) -> new MotifModel(FLANK);
  }

  /** All files that there are, of whole contigs. */
  static PredictRequest contigs(Path output, int tile, int partitions) {
    EnumSet<Strand> both = EnumSet.allOf(Strand.class);
    return request(output, Tiling.ofContigs(GENOME.contigs(), both, tile), partitions);
  }

  static PredictRequest genes(Path output, int tile, int partitions) {
    EnumSet<Strand> both = EnumSet.allOf(Strand.class);
    Tiling tiling = Tiling.ofGenes(GENOME.contigs(), GENES, both, FLANK / 8, tile);
    return request(output, tiling, partitions);
  }

  private static PredictRequest request(Path output, Tiling tiling, int partitions) {
    SiteCaller caller = new SiteCaller(0.2);
    List<Strand> both = List.of(Strand.values());
    List<PredictionFile> files = new ArrayList<>(OutputFiles.sites(caller));
    files.addAll(OutputFiles.peer(caller));
    files.addAll(OutputFiles.parquet(caller));
    files.addAll(OutputFiles.bedGraphs(both));
    files.addAll(OutputFiles.bigWigs(both, GENOME.contigs()));
    // A source that no run before had, since executors keep the model of a source.
    String digest = "predict-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    var source =
        new ModelSource(List.of(new ModelSource.Member("motif", digest, new byte[0])), FLANK);
    // A local, so that the lambda carries the genome and not this class.
    MemoryGenome genome = GENOME;
    return new PredictRequest(
        output.toString(),
        new PredictRequest.Inputs("1", output + ".fa", Optional.empty(), "made up"),
        () -> genome,
        source,
        tiling,
        files,
        new PredictRequest.Running(Compute.cpu(), partitions, false, false));
  }

  static PredictReport run(JavaSparkContext spark, ModelOpener opener, PredictRequest request)
      throws IOException {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    return new PredictJob(spark, opener, nowhere).run(request, report -> "said");
  }

  /** The same with another way to run it. */
  static PredictRequest with(PredictRequest request, boolean overwrite, boolean resume) {
    PredictRequest.Running running = request.running();
    return of(
        request,
        new PredictRequest.Running(running.compute(), running.partitions(), overwrite, resume));
  }

  /** The same run otherwise. */
  static PredictRequest of(PredictRequest request, PredictRequest.Running running) {
    return of(request, request.inputs(), request.tiling(), request.files(), running);
  }

  /** The same of other inputs. */
  static PredictRequest of(PredictRequest request, PredictRequest.Inputs inputs) {
    return of(request, inputs, request.tiling(), request.files(), request.running());
  }

  /** The same in tiles of other lengths, or of other strands. */
  static PredictRequest tiled(PredictRequest request, int tile, Strand... strands) {
    EnumSet<Strand> some = EnumSet.copyOf(List.of(strands));
    Tiling tiling = Tiling.ofContigs(GENOME.contigs(), some, tile);
    return of(request, request.inputs(), tiling, request.files(), request.running());
  }

  /** The same with another threshold, and with files of sites alone. */
  static PredictRequest calling(PredictRequest request, double threshold) {
    List<PredictionFile> files = OutputFiles.sites(new SiteCaller(threshold));
    return of(request, request.inputs(), request.tiling(), files, request.running());
  }

  private static PredictRequest of(
      PredictRequest request,
      PredictRequest.Inputs inputs,
      Tiling tiling,
      List<PredictionFile> files,
      PredictRequest.Running running) {
    return new PredictRequest(
        request.output(), inputs, request.genome(), request.models(), tiling, files, running);
  }

  /** The same, but only so many files. */
  static PredictRequest first(PredictRequest request, int files) {
    List<PredictionFile> some = request.files().subList(0, files);
    return of(request, request.inputs(), request.tiling(), some, request.running());
  }

  /** Text of every file in a folder by its name, uncompressed; indexes by name alone. */
  static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (var files = Files.list(folder)) {
      files.forEach(file -> texts.put(file.getFileName().toString(), text(file)));
    }
    return texts;
  }

  static String text(Path file) {
    if (file.toString().endsWith(".tbi")) {
      return "index";
    }
    if (Files.isDirectory(file)) {
      return rows(file);
    }
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      boolean text = !file.toString().endsWith(".bw");
      return new String(
          in.readAllBytes(), text ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows of the Parquet files in a folder, file by file, in the order of their names. */
  private static String rows(Path folder) {
    StringBuilder rows = new StringBuilder();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        var path = new org.apache.hadoop.fs.Path(file.toString());
        try (var reader = ParquetReader.builder(new GroupReadSupport(), path).build()) {
          for (var row = reader.read(); row != null; row = reader.read()) {
            rows.append(row.toString().replace("\n", " ")).append('\n');
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows.toString();
  }
}
