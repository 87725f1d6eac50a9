package org.splicespark.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.cli.options.ScoringOptions;
import org.splicespark.cli.options.SparkOptions;
import org.splicespark.djl.CheckpointFiles;
import org.splicespark.djl.DjlModels;
import org.splicespark.io.FastaGenome;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelSource;
import org.splicespark.spark.VariantJob;
import org.splicespark.spark.VariantReport;
import org.splicespark.spark.VariantRequest;
import org.splicespark.variant.ScorerKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
      paramLabel = "PATH",
      description = {
        "A PyTorch checkpoint (.pt), or a folder of them whose mean is taken. The flank is found from the weights."
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

  @Mixin private ScoringOptions scoring;

  @Option(
      names = "--scorer",
      paramLabel = "incremental|window",
      defaultValue = "incremental",
      description = {
        "incremental: the reference once per stretch of a gene, the alternate only where it differs."
            + " window: two whole windows per allele; same scores, slow. Default: ${DEFAULT-VALUE}."
      })
  private ScorerKind scorer;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      defaultValue = "16",
      description =
          "Windows in one call of the model; changes no score. Default: ${DEFAULT-VALUE}.")
  private int batchSize;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "0",
      description = "Parts to cut the input into; 0: chosen by size and cores. Changes no score.")
  private int partitions;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda:N",
      defaultValue = "auto",
      description =
          "auto: the GPU that Spark gives a task, else the CPU. Default: ${DEFAULT-VALUE}.")
  private String device;

  @Option(
      names = "--math",
      paramLabel = "fp32|tf32|bf16",
      defaultValue = "fp32",
      description = {
        "Precision of the convolutions. fp32: the published scores. tf32: faster on NVIDIA GPUs since"
            + " Ampere, and scores differ in the third decimal. Default: ${DEFAULT-VALUE}."
      })
  private Compute.MathMode math;

  @Option(names = "--overwrite", description = "Replace the output if it exists.")
  private boolean overwrite;

  @Option(
      names = "--overwrite-existing",
      description = "Replace our INFO entries where the input has them already.")
  private boolean overwriteExisting;

  @Option(
      names = "--resume",
      description = "Keep the finished parts of an interrupted run of the same inputs and options.")
  private boolean resume;

  @Option(
      names = "--work-dir",
      paramLabel = "FOLDER",
      defaultValue = "",
      description = "Where parts are kept until they are joined. Default: beside the output.")
  private String workFolder;

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
    var info = scoring.info();
    var running = running();
    try (Workplace workplace = new Workplace(() -> spark.start("variant"))) {
      workplace.requireThere(input);
      ModelSource models = CheckpointFiles.read(workplace.local(model));
      Path fasta = workplace.local(reference);
      Path genesFile = workplace.local(annotation);
      ReferenceInputs inputs;
      try (FastaGenome genome = FastaGenome.open(fasta)) {
        inputs = ReferenceInputs.read(genome, reference, genesFile, annotation, err);
      }
      String made = Made.by(models, parameters);
      VariantRequest request =
          new VariantRequest(
              input,
              output,
              reference,
              inputs.annotation(),
              models,
              parameters,
              info,
              made,
              running);
      Manifest manifest = new Manifest(request, annotation, model);
      CompletableFuture<Manifest.Digests> digests = manifest.digests(fasta, genesFile);
      VariantReport report =
          new VariantJob(
                  new JavaSparkContext(workplace.spark().sparkContext()), DjlModels::open, err)
              .run(request, inputs.contigs(), out);
      if (out.checkError()) {
        throw new IOException("standard output could not be written to its end");
      }
      double seconds = (System.nanoTime() - started) / 1e9;
      finish(workplace, manifest.json(report, digests.join(), seconds), report, seconds);
    }
    return 0;
  }

  private VariantRequest.Running running() {
    if (batchSize < 1 || partitions < 0) {
      throw new ParameterException(
          command.commandLine(), "--batch-size must be at least 1 and --partitions at least 0");
    }
    if (resume && (input.equals("-") || (output.equals("-") && workFolder.isEmpty()))) {
      throw new ParameterException(
          command.commandLine(),
          "--resume needs an input that is a file, and an output that is one or a --work-dir");
    }
    if (!device.matches("auto|cpu|cuda:[0-9]+")) {
      throw new ParameterException(
          command.commandLine(), "--device must be auto, cpu or cuda:N, not " + device);
    }
    return new VariantRequest.Running(
        new Compute(device, 1, math),
        scorer,
        batchSize,
        partitions,
        workFolder,
        overwrite,
        overwriteExisting,
        resume);
  }

  private void finish(Workplace workplace, String json, VariantReport report, double seconds)
      throws IOException {
    RunSummary summaryOfRun = new RunSummary(report);
    if (summary != null) {
      workplace.write(summary, summaryOfRun.table());
    }
    Optional<String> manifestName = manifestName();
    if (manifestName.isPresent()) {
      workplace.write(manifestName.get(), json);
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
