package org.splicespark.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.splicespark.cli.bench.Contender;
import org.splicespark.cli.bench.Measured;
import org.splicespark.cli.bench.ScorerBench;
import org.splicespark.cli.bench.Workload;
import org.splicespark.djl.Arithmetic;
import org.splicespark.djl.DjlModels;
import org.splicespark.genome.Genome;
import org.splicespark.io.FastaGenome;
import org.splicespark.io.vcf.FileSource;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelSource;
import org.splicespark.model.SpliceModel;
import org.splicespark.variant.ScoringParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code splicespark bench}: the scorers side by side, as a table. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Measures the scorers on records of a VCF, without Spark: alleles and operations per second, in"
          + " rounds that take turns, after a warm-up. Prints a table in Markdown.",
      ""
    })
final class BenchCommand implements Callable<Integer> {
  private static final List<String> WORKLOADS = List.of("dense", "sparse");

  private final PrintStream out;
  private final PrintStream err;

  @Option(
      names = {"-R", "--reference"},
      required = true,
      paramLabel = "FASTA",
      description = "Reference genome.")
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
      description = "Checkpoints, as for variant; several times for several flanks.")
  private List<Path> models;

  @Option(
      names = {"-I", "--input"},
      required = true,
      paramLabel = "VCF",
      description = "Records to score.")
  private Path input;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "48",
      description = "Records of the dense workload. Default: ${DEFAULT-VALUE}.")
  private int records;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--tasks",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads that score at once, one torch thread each. Default: ${DEFAULT-VALUE}.")
  private int tasks;

  @Option(
      names = "--device",
      defaultValue = "cpu",
      paramLabel = "cpu|cuda:N",
      description = "Default: ${DEFAULT-VALUE}.")
  private String device;

  @Option(
      names = "--math",
      paramLabel = "fp32|tf32|bf16",
      defaultValue = "fp32",
      description = "Precision of the convolutions. Default: ${DEFAULT-VALUE}.")
  private Compute.MathMode math;

  @Option(
      names = "--scorers",
      split = ",",
      defaultValue = "incremental,window,published",
      description =
          "published: whole windows padded with zeros, as the published programs compute them."
              + " Default: ${DEFAULT-VALUE}.")
  private List<Contender> scorers;

  @Option(
      names = "--workloads",
      split = ",",
      defaultValue = "dense,sparse",
      description =
          "dense: records as they follow one another; sparse: one per gene. Default: ${DEFAULT-VALUE}.")
  private List<String> workloads;

  @Option(
      names = {"-D", "--distance"},
      paramLabel = "BASES",
      defaultValue = "" + ScoringParameters.DEFAULT_DISTANCE,
      description = "As for variant. Default: ${DEFAULT-VALUE}.")
  private int distance;

  @Spec private CommandSpec command;

  BenchCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    if (rounds < 1 || tasks < 1 || records < 1 || !WORKLOADS.containsAll(workloads)) {
      throw new ParameterException(
          command.commandLine(),
          "--rounds, --tasks and --records must be at least 1, --workloads among " + WORKLOADS);
    }
    double peak = Arithmetic.matrixPeak();
    out.printf(
        Locale.ROOT,
        "Matrix product: %.0f GFLOP/s in one thread. %d task(s), D = %d, medians of %d rounds in turn.%n%n",
        2e-9 * peak,
        tasks,
        distance,
        rounds);
    out.println(
        "| flank | models | workload | scorer | alleles | alleles/s | G multiply-adds | G needed | GFLOP/s | of peak | min-max s |");
    out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    try (FastaGenome genome = FastaGenome.open(reference)) {
      ReferenceInputs inputs =
          ReferenceInputs.read(
              genome, reference.toString(), annotation, annotation.toString(), err);
      for (Path model : models) {
        measure(genome, inputs, ScoringModels.sites(model, "bench"), peak);
      }
    }
    out.printf(Locale.ROOT, "%nPeak memory of the process: %s%n", peakMemory());
    return 0;
  }

  private void measure(Genome genome, ReferenceInputs inputs, ModelSource source, double peak)
      throws IOException {
    ScorerBench bench =
        new ScorerBench(
            genome,
            inputs.annotation(),
            new ScoringParameters(distance, false, false),
            rounds,
            tasks);
    Compute compute = new Compute(device, 1, math);
    try (SpliceModel model = DjlModels.open(source, compute);
        SpliceModel published = DjlModels.openAsPublished(source, compute)) {
      Map<Contender, SpliceModel> contenders = new EnumMap<>(Contender.class);
      scorers.forEach(c -> contenders.put(c, c == Contender.PUBLISHED ? published : model));
      for (Workload workload : chosen(inputs)) {
        bench
            .run(contenders, source.members().size(), workload)
            .forEach(measured -> print(measured, peak));
      }
    }
  }

  private List<Workload> chosen(ReferenceInputs inputs) throws IOException {
    FileSource vcf = new FileSource(input.toString());
    List<Workload> chosen = new ArrayList<>();
    if (workloads.contains("dense")) {
      chosen.add(Workload.dense(vcf, inputs.annotation(), records));
    }
    if (workloads.contains("sparse")) {
      chosen.add(Workload.sparse(vcf, inputs.annotation()));
    }
    return chosen;
  }

  private void print(Measured m, double peak) {
    out.printf(
        Locale.ROOT,
        "| %d | %d | %s | %s | %d | %.2f | %.1f | %.1f | %.1f | %.0f %% | %.2f-%.2f |%n",
        m.flank(),
        m.models(),
        m.workload(),
        m.scorer(),
        m.alleles(),
        m.perSecond(),
        1e-9 * m.multiplyAdds(),
        1e-9 * m.alleles() * m.models() * Arithmetic.multiplyAddsOfOneBase(m.flank(), distance),
        m.gigaflops(),
        100 * m.gigaflops() / (2e-9 * peak * tasks),
        m.seconds().stream().mapToDouble(s -> s).min().orElse(0),
        m.seconds().stream().mapToDouble(s -> s).max().orElse(0));
  }

  /** The high-water mark of resident memory, where the system tells. */
  private static String peakMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "not known on this system";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("not known");
  }
}
