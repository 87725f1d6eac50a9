package org.splicespark.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.splicespark.cli.bench.PredictionBench;
import org.splicespark.cli.bench.PredictionBench.Layout;
import org.splicespark.cli.bench.Rounds;
import org.splicespark.cli.options.ComputeOptions;
import org.splicespark.djl.DjlModels;
import org.splicespark.io.FastaGenome;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelSource;
import org.splicespark.model.SpliceModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code splicespark bench-predict}: tiles beside the published layout, as a table. */
@Command(
    name = "bench-predict",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Measures the scoring of every base on one strand of the first contig, without Spark, in one"
          + " thread: in long tiles, in windows of 5000 bases, and in such windows padded as the"
          + " published programs do; in rounds that take turns, after a warm-up. Prints a table in"
          + " Markdown.",
      ""
    })
final class BenchPredictCommand implements Callable<Integer> {
  private final PrintStream out;

  @Option(
      names = {"-i", "--input-sequence"},
      required = true,
      paramLabel = "FASTA",
      description = "Genome.")
  private Path fasta;

  @Option(
      names = {"-m", "--model"},
      required = true,
      paramLabel = "PATH",
      description = "Checkpoints, as for predict; several times for several flanks.")
  private List<Path> models;

  @Option(
      names = "--bases",
      paramLabel = "N",
      defaultValue = "100000",
      description = "To score. Default: ${DEFAULT-VALUE}.")
  private int bases;

  @Option(
      names = "--tile",
      paramLabel = "BASES",
      defaultValue = "50000",
      description = "Default: ${DEFAULT-VALUE}.")
  private int tile;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Mixin private ComputeOptions computing;

  @Spec private CommandSpec command;

  BenchPredictCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    if (bases < 1 || tile < 1 || rounds < 1) {
      throw new ParameterException(
          command.commandLine(), "--bases, --tile and --rounds must be at least 1");
    }
    out.println(
        "| flank | models | bases | tile | tiles bases/s | windows bases/s | published bases/s | tiles / published |"
            + " min-max | tiles / windows |");
    out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (Path model : models) {
      measure(ScoringModels.sites(model, "bench-predict"));
    }
    return 0;
  }

  private void measure(ModelSource source) {
    Compute asked = computing.compute();
    // No task of Spark's that could have been given a GPU.
    String device = asked.device().equals("auto") ? "cpu" : asked.device();
    Compute compute = new Compute(device, 1, asked.math());
    try (FastaGenome genome = FastaGenome.open(fasta);
        SpliceModel model = DjlModels.open(source, compute);
        SpliceModel published = DjlModels.openAsPublished(source, compute)) {
      String contig = genome.contigs().keySet().iterator().next();
      int half = model.flank() / 2;
      byte[] sequence = genome.basesPadded(contig, -half, bases + half);
      Map<Layout, Rounds> seconds =
          new PredictionBench(sequence, tile, rounds).run(model, published);
      print(source, seconds);
    }
  }

  private void print(ModelSource source, Map<Layout, Rounds> seconds) {
    Rounds tiles = seconds.get(Layout.TILES);
    Rounds ratio = seconds.get(Layout.PUBLISHED).dividedBy(tiles);
    out.printf(
        Locale.ROOT,
        "| %d | %d | %d | %d | %.0f | %.0f | %.0f | %.2f | %.2f-%.2f | %.2f |%n",
        source.flank(),
        source.members().size(),
        bases,
        tile,
        bases / tiles.median(),
        bases / seconds.get(Layout.WINDOWS).median(),
        bases / seconds.get(Layout.PUBLISHED).median(),
        ratio.median(),
        ratio.min(),
        ratio.max(),
        seconds.get(Layout.WINDOWS).dividedBy(tiles).median());
  }
}
