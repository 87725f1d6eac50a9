package org.splicespark.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.cli.options.RunningOptions;
import org.splicespark.cli.options.ScoringOptions;
import org.splicespark.cli.options.SparkOptions;
import org.splicespark.cli.options.TemperatureOption;
import org.splicespark.djl.DjlModels;
import org.splicespark.io.FastaGenome;
import org.splicespark.spark.VariantJob;
import org.splicespark.spark.VariantReport;
import org.splicespark.spark.VariantRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code splicespark variant}: delta scores for every allele of a VCF. */
@Command(
    name = "variant",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Annotates a VCF with delta scores: how much each allele raises or lowers the probability of an"
          + " acceptor or donor site nearby, in each gene it lies in.",
      "",
      "Example:",
      "  splicespark variant -R genome.fa -A genes.gff3 -m models/ -I in.vcf.gz -O out.vcf.gz",
      ""
    })
final class VariantCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Spec private CommandSpec command;

  @Option(
      names = {"-R", "--reference"},
      required = true,
      paramLabel = "FASTA",
      description = "Reference genome, plain or bgzipped; indexed on first use.")
  private String reference;

  @Option(
      names = {"-A", "--annotation"},
      required = true,
      paramLabel = "FILE",
      description = {
        "Genes: GFF3 or GTF (RefSeq, Ensembl, GENCODE), SpliceAI's gene table, or CI-SpliceAI's CSV."
      })
  private String annotation;

  @Option(
      names = {"-m", "--model"},
      required = true,
      paramLabel = "PATH|NAME",
      description = {
        "A model, a folder of them whose mean is taken, or a fetched one's name (splicespark models list):"
            + " OpenSpliceAI's checkpoints (.pt), SpliceAI's or CI-SpliceAI's Keras files (.h5),"
            + " CI-SpliceAI's frozen ensemble (.pb; tried on made-up graphs only), Pangolin's checkpoints (with --profile"
            + " pangolin). Family and flank are found from the file."
      })
  private String model;

  @Option(
      names = {"-I", "--input"},
      defaultValue = "-",
      paramLabel = "VCF",
      description = "Plain, gzip or bgzip; - or nothing for standard input.")
  private String input;

  @Option(
      names = {"-O", "--output"},
      defaultValue = "-",
      paramLabel = "VCF",
      description = {
        ".vcf, .vcf.gz or .vcf.bgz (with a .tbi beside), a folder of shards with / at its end; - or"
            + " nothing for standard output."
      })
  private String output;

  @Mixin private TemperatureOption temperature;

  @Mixin private ScoringOptions scoring;

  @Mixin private RunningOptions running;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "Write the counts by status as a table (TSV).")
  private String summary;

  @Mixin private SparkOptions spark;

  VariantCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    long started = System.nanoTime();
    var parameters = scoring.parameters();
    scoring.info(); // What is wrong with it is said before anything is read.
    var how = running.parameters(input, output);
    DjlModels.require(how.compute());
    try (Workplace workplace = new Workplace(() -> spark.start("variant"))) {
      workplace.requireThere(input);
      ScoringModels models = ScoringModels.read(model, temperature, workplace);
      scoring.requireFor(model, models.files());
      Path fasta = workplace.local(reference);
      Path genesFile = workplace.local(annotation);
      ReferenceInputs inputs;
      try (FastaGenome genome = FastaGenome.open(fasta)) {
        inputs = ReferenceInputs.read(genome, reference, genesFile, annotation, err);
      }
      scoring.note(model, models.files()).ifPresent(err::println);
      String made = Made.by(models, scoring.profile(), parameters, how.compute().math());
      VariantRequest request =
          new VariantRequest(
              input,
              output,
              reference,
              inputs.annotation(),
              models.calibrated(),
              parameters,
              scoring.infoOf(models.files()),
              made,
              how);
      VariantManifest manifest =
          new VariantManifest(request, scoring.profile(), annotation, model, models);
      // Nobody waits for the digest of a genome that no manifest will name.
      Optional<CompletableFuture<InputDigests>> digests =
          manifestName().map(name -> InputDigests.of(fasta, Optional.of(genesFile)));
      VariantReport report =
          new VariantJob(
                  new JavaSparkContext(workplace.spark().sparkContext()), DjlModels::open, err)
              .run(request, inputs.contigs(), out);
      double seconds = (System.nanoTime() - started) / 1e9;
      Optional<String> json = digests.map(d -> manifest.json(report, d.join(), seconds));
      finish(workplace, json, report, seconds);
    }
    return 0;
  }

  private void finish(
      Workplace workplace, Optional<String> json, VariantReport report, double seconds)
      throws IOException {
    RunSummary summaryOfRun = new RunSummary(report);
    if (summary != null) {
      workplace.write(summary, summaryOfRun.table());
    }
    if (json.isPresent()) {
      workplace.write(manifestName().orElseThrow(), json.get());
    }
    summaryOfRun.print(err, output, seconds);
  }

  private Optional<String> manifestName() {
    if (output.equals("-")) {
      return Optional.empty();
    }
    return Optional.of(output.replaceAll("/+$", "") + ".manifest.json");
  }
}
