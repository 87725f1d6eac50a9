package org.splicespark.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.cli.options.ComputeOptions;
import org.splicespark.cli.options.PredictionOptions;
import org.splicespark.cli.options.SparkOptions;
import org.splicespark.cli.options.TemperatureOption;
import org.splicespark.djl.DjlModels;
import org.splicespark.error.InputException;
import org.splicespark.io.FastaGenome;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelSource;
import org.splicespark.predict.Tiling;
import org.splicespark.spark.FastaOpener;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.prediction.PredictJob;
import org.splicespark.spark.prediction.PredictReport;
import org.splicespark.spark.prediction.PredictRequest;
import org.splicespark.spark.prediction.RowFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code splicespark predict}: the splice sites of a genome or of genes. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Finds splice sites: in whole contigs on both strands, or with -a in the bodies of genes on their"
          + " own strand. Writes donors.bed.gz and acceptors.bed.gz with tabix indexes. A donor is the"
          + " last base of an exon before an intron, an acceptor the first base of an exon after one.",
      "",
      "Examples:",
      "  splicespark predict -i genome.fa -m models/ -o sites/",
      "  splicespark predict -i genome.fa -m models/ -a genes.gff3 -o sites/",
      ""
    })
final class PredictCommand implements Callable<Integer> {
  private final PrintStream err;

  @Spec private CommandSpec command;

  @Option(
      names = {"-i", "--input-sequence"},
      required = true,
      paramLabel = "FASTA",
      description = "Genome, plain or bgzipped; indexed on first use.")
  private String fasta;

  @Option(
      names = {"-m", "--model"},
      required = true,
      paramLabel = "PATH|NAME",
      description = {
        "A model, a folder of them whose mean is taken, or a fetched one's name (splicespark models list):"
            + " OpenSpliceAI's checkpoints (.pt), SpliceAI's or CI-SpliceAI's Keras files (.h5),"
            + " CI-SpliceAI's frozen ensemble (.pb)."
      })
  private String model;

  @Option(
      names = {"-a", "--annotation-file"},
      paramLabel = "FILE",
      description = "Genes, to look at these alone: GFF3, GTF, or the tables that variant takes.")
  private String annotation;

  @Option(
      names = {"-o", "--output-dir"},
      required = true,
      paramLabel = "DIR",
      description = "Folder for the output; made if it is not there.")
  private String output;

  @Option(
      names = {"-f", "--flanking-size"},
      paramLabel = "80|400|2000|10000",
      description = "Found from the model; if it is given, it must be the model's.")
  private Integer flank;

  @Mixin private TemperatureOption temperature;

  @Mixin private PredictionOptions options;

  @Mixin private ComputeOptions computing;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "0",
      description = "Tasks to deal the tiles to; 0: chosen by size and cores. Changes no score.")
  private int partitions;

  @Option(names = "--overwrite", description = "Replace what an earlier run wrote.")
  private boolean overwrite;

  @Mixin private SparkOptions spark;

  PredictCommand(PrintStream err) {
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    long started = System.nanoTime();
    options.require(annotation != null);
    if (partitions < 0) {
      throw new ParameterException(command.commandLine(), "--partitions must be at least 0");
    }
    Compute compute = computing.compute();
    DjlModels.require(compute);
    try (Workplace workplace = new Workplace(() -> spark.start("predict"))) {
      ScoringModels scoring = ScoringModels.read(model, temperature, workplace);
      scoring.requireSites(model, "predict");
      ModelSource models = scoring.calibrated();
      requireFlank(models);
      Path local = workplace.local(fasta);
      Optional<Path> genes = Optional.ofNullable(annotation).map(workplace::local);
      Tiling tiling = tiling(local, genes, models);
      CompletableFuture<PredictManifest.Digests> digests = PredictManifest.digests(local, genes);
      PredictReport report = predict(workplace, models, tiling, compute);
      double seconds = (System.nanoTime() - started) / 1e9;
      PredictManifest manifest = new PredictManifest(command, scoring);
      String json = manifest.json(fasta, annotation, model, report, digests.join(), seconds);
      workplace.write(output + "/manifest.json", json);
      new PredictSummary(report).print(err, output, seconds);
    }
    return 0;
  }

  private PredictReport predict(
      Workplace workplace, ModelSource models, Tiling tiling, Compute compute) throws IOException {
    JavaSparkContext context = new JavaSparkContext(workplace.spark().sparkContext());
    FastaOpener genome = new FastaOpener(fasta, new HadoopFiles(context.hadoopConfiguration()));
    PredictRequest.Running running = new PredictRequest.Running(compute, partitions, overwrite);
    return new PredictJob(context, DjlModels::open, err)
        .run(new PredictRequest(output, genome, models, tiling, files(), running));
  }

  private void requireFlank(ModelSource models) {
    if (flank != null && flank != models.flank()) {
      throw new InputException(
          model
              + ": has a flank of "
              + models.flank()
              + ", not "
              + flank
              + "; leave out -f, or give another model");
    }
  }

  private Tiling tiling(Path local, Optional<Path> genes, ModelSource models) {
    try (FastaGenome genome = FastaGenome.open(local)) {
      if (genes.isEmpty()) {
        return Tiling.ofContigs(genome.contigs(), options.strands(), options.tile());
      }
      ReferenceInputs inputs = ReferenceInputs.read(genome, fasta, genes.get(), annotation, err);
      if (inputs.withoutTranscript() > 0) {
        err.println("note: " + inputs.withoutTranscript() + " genes without transcript left out");
      }
      return Tiling.ofGenes(
          inputs.contigs(),
          inputs.annotation().genes(),
          options.strands(),
          options.geneFlank().orElse(models.flank() / 2),
          options.tile());
    }
  }

  private List<RowFile> files() {
    List<RowFile> files = new ArrayList<>(RowFile.sites(options.caller()));
    if (options.peerBed()) {
      files.addAll(RowFile.peer(options.caller()));
    }
    if (options.tracks() == PredictionOptions.Tracks.BEDGRAPH) {
      files.addAll(RowFile.tracks(options.strands()));
    }
    return files;
  }
}
