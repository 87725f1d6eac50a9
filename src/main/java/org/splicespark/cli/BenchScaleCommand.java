package org.splicespark.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.splicespark.cli.bench.scale.ClusterRun;
import org.splicespark.cli.bench.scale.DispatchTimer;
import org.splicespark.cli.bench.scale.ScaleBench;
import org.splicespark.cli.bench.scale.Storage;
import org.splicespark.error.InputException;
import org.splicespark.io.FastaGenome;
import org.splicespark.simulate.CohortParameters;
import org.splicespark.spark.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code splicespark bench-scale}: a cohort on more and more executors, as tables. */
@Command(
    name = "bench-scale",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Makes up a cohort on a genome, annotates the beginning of it with more and more executors of one core, each a process"
          + " on this machine, and simulates larger clusters and the whole cohort from what their tasks took. Prints"
          + " tables in Markdown.",
      "",
      "A cohort's text is about 4 bytes for each genotype; as BGZF it is some 20 times smaller.",
      ""
    })
final class BenchScaleCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Option(
      names = {"-R", "--reference"},
      required = true,
      paramLabel = "FASTA",
      description = "Reference genome; splicespark simulate makes one up.")
  private Path reference;

  @Option(
      names = {"-A", "--annotation"},
      required = true,
      paramLabel = "FILE",
      description = "Genes.")
  private Path annotation;

  @Option(
      names = {"-m", "--model"},
      required = true,
      paramLabel = "PATH",
      description = "As for variant.")
  private Path model;

  @Option(
      names = "--work-dir",
      required = true,
      paramLabel = "FOLDER",
      description =
          "For the cohort, the outputs and the executors' files; made if it is not there.")
  private Path folder;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Of the cohort to annotate, its first ones. Default: ${DEFAULT-VALUE}.")
  private long records;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "2500",
      description = "Columns of genotypes. Default: ${DEFAULT-VALUE}.")
  private int samples;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the cohorts. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--executors",
      split = ",",
      paramLabel = "N",
      defaultValue = "1,2",
      description = "To run with. Default: ${DEFAULT-VALUE}.")
  private List<Integer> executors;

  @Option(
      names = "--costs",
      split = ",",
      paramLabel = "FILE",
      description = {
        "Run nothing: what runs of variant cost, on any cluster, is in these files, one for each of --executors (of one"
            + " core). Such a run has --conf spark.extraListeners=org.splicespark.spark.watch.RunWatch --conf"
            + " spark.splicespark.costs=FILE."
      })
  private List<Path> costs = List.of();

  @Option(
      names = "--memory",
      paramLabel = "MB",
      defaultValue = "2000",
      description = "Of each executor, 500 at least. Default: ${DEFAULT-VALUE}.")
  private int memory;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "16",
      description = "Parts into which those are cut. Default: ${DEFAULT-VALUE}.")
  private int partitions;

  @Option(
      names = "--cohort-records",
      paramLabel = "N",
      defaultValue = "500000",
      description = "Of the whole cohort, which is simulated. Default: ${DEFAULT-VALUE}.")
  private long cohortRecords;

  @Option(
      names = "--simulated-executors",
      split = ",",
      paramLabel = "N",
      defaultValue = "1,10,100,1000",
      description = "Default: ${DEFAULT-VALUE}.")
  private List<Integer> simulatedExecutors;

  @Option(
      names = "--cores",
      paramLabel = "N",
      defaultValue = "4",
      description = "Of each executor that is simulated. Default: ${DEFAULT-VALUE}.")
  private int cores;

  @Option(
      names = "--latency",
      paramLabel = "MS",
      defaultValue = "50",
      description = "Of a request to the storage that is simulated. Default: ${DEFAULT-VALUE}.")
  private double latency;

  @Option(
      names = "--stream",
      paramLabel = "MB/S",
      defaultValue = "100",
      description = "Of one stream of that storage. Default: ${DEFAULT-VALUE}.")
  private double stream;

  @Spec private CommandSpec command;

  BenchScaleCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    requireSense();
    makeFolder();
    try (FastaGenome genome = FastaGenome.open(reference)) {
      ReferenceInputs inputs =
          ReferenceInputs.read(
              genome, reference.toString(), annotation, annotation.toString(), err);
      new ScaleBench(genome, inputs.annotation(), folder, out)
          .run(
              new ScaleBench.Real(
                  records,
                  executors,
                  new ClusterRun(arguments(), folder, memory),
                  costs,
                  dispatchSeconds()),
              new ScaleBench.Simulated(
                  new CohortParameters(cohortRecords, samples, seed),
                  simulatedExecutors,
                  cores,
                  new Storage(1e-3 * latency, 1e6 * stream)));
    }
    return 0;
  }

  private void requireSense() {
    boolean counts =
        records > 0
            && samples >= 0
            && cohortRecords > 0
            && cohortRecords <= Integer.MAX_VALUE
            && partitions > 0
            && cores > 0;
    boolean lists =
        executors.stream().allMatch(n -> n > 0) && simulatedExecutors.stream().allMatch(n -> n > 0);
    if (!costs.isEmpty() && costs.size() != executors.size()) {
      throw new ParameterException(
          command.commandLine(), "--costs: as many files as --executors has counts");
    }
    if (!counts || !lists || memory < 500 || latency < 0 || stream <= 0) {
      throw new ParameterException(
          command.commandLine(),
          "--records, --executors, --partitions, --cohort-records, --simulated-executors, --cores and --stream"
              + " must be at least 1, --samples and --latency 0, --memory 500");
    }
  }

  private void makeFolder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be made a folder; give another --work-dir", e);
    }
  }

  private List<String> arguments() {
    return List.of(
        "-R=" + reference.toAbsolutePath(),
        "-A=" + annotation.toAbsolutePath(),
        "-m=" + model.toAbsolutePath(),
        "-I=" + ScaleBench.cohort(folder).toAbsolutePath(),
        "-O=" + folder.toAbsolutePath().resolve("scored.vcf.gz"),
        "--partitions=" + partitions,
        "--overwrite");
  }

  private double dispatchSeconds() {
    boolean own = !Sessions.exists();
    SparkSession session = Sessions.start("bench-scale", null, java.util.Map.of());
    try {
      return DispatchTimer.seconds(new JavaSparkContext(session.sparkContext()));
    } finally {
      if (own) {
        session.stop();
      }
    }
  }
}
