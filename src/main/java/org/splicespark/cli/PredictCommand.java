package org.splicespark.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.cli.options.ComputeOptions;
import org.splicespark.cli.options.PredictionOptions;
import org.splicespark.cli.options.PredictionOutputOptions;
import org.splicespark.cli.options.PredictionSources;
import org.splicespark.cli.options.SparkOptions;
import org.splicespark.cli.options.TemperatureOption;
import org.splicespark.djl.DjlModels;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelSource;
import org.splicespark.spark.FastaOpener;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.prediction.PredictJob;
import org.splicespark.spark.prediction.PredictReport;
import org.splicespark.spark.prediction.PredictRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Mixin private PredictionSources sources;

  @Option(
      names = {"-o", "--output-dir"},
      required = true,
      paramLabel = "DIR",
      description = "Folder for the output; made if it is not there.")
  private String output;

  @Mixin private TemperatureOption temperature;

  @Mixin private PredictionOptions options;

  @Mixin private ComputeOptions computing;

  @Mixin private PredictionOutputOptions outputs;

  @Mixin private SparkOptions spark;

  PredictCommand(PrintStream err) {
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    long started = System.nanoTime();
    options.require(sources.annotation().isPresent());
    outputs.require();
    Compute compute = computing.compute();
    DjlModels.require(compute);
    try (Workplace workplace = new Workplace(() -> spark.start("predict"))) {
      ScoringModels scoring = ScoringModels.read(sources.model(), temperature, workplace);
      scoring.requireSites(sources.model(), "predict");
      sources.requireFlank(scoring.files());
      PredictInputs.Files files = PredictInputs.Files.of(sources, workplace);
      PredictInputs inputs = PredictInputs.read(files, options, scoring.files().flank() / 2, err);
      CompletableFuture<InputDigests> digests = InputDigests.of(files.genome(), files.genes());
      PredictManifest manifest = new PredictManifest(command, scoring, inputs);
      PredictReport report =
          predict(
              workplace,
              inputs,
              scoring.calibrated(),
              compute,
              done -> manifest.json(sources.model(), done, digests.join(), since(started)));
      new PredictSummary(report, inputs.genes()).print(err, output, since(started));
    }
    return 0;
  }

  private static double since(long started) {
    return (System.nanoTime() - started) / 1e9;
  }

  private PredictReport predict(
      Workplace workplace,
      PredictInputs inputs,
      ModelSource models,
      Compute compute,
      Function<PredictReport, String> manifest)
      throws IOException {
    JavaSparkContext context = new JavaSparkContext(workplace.spark().sparkContext());
    FastaOpener genome =
        FastaOpener.of(sources.fasta(), new HadoopFiles(context.hadoopConfiguration()));
    PredictRequest request =
        new PredictRequest(
            output,
            new PredictRequest.Inputs(
                Version.number(), inputs.fasta(), inputs.annotation(), inputs.regions()),
            genome,
            models,
            inputs.tiling(),
            outputs.files(options, inputs.contigs()),
            outputs.running(compute));
    return new PredictJob(context, DjlModels::open, err).run(request, manifest);
  }
}
