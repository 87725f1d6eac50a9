package org.splicespark.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.splicespark.cli.bench.Rounds;
import org.splicespark.cli.bench.TrainingBench;
import org.splicespark.cli.bench.TrainingBench.Result;
import org.splicespark.model.Flank;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code splicespark bench-train}: a step of training beside PyTorch's, as a table. */
@Command(
    name = "bench-train",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Measures steps of training on a random batch, without Spark, and with --python the same steps of a"
          + " plain PyTorch loop, in rounds that take turns, after a warm-up. Prints a table in Markdown.",
      ""
    })
final class BenchTrainCommand implements Callable<Integer> {
  private final PrintStream out;

  @Option(
      names = "--flank",
      split = ",",
      paramLabel = "BASES",
      defaultValue = "80,400,2000,10000",
      description = "Default: ${DEFAULT-VALUE}.")
  private List<Integer> flanks;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      defaultValue = "12",
      description = "Windows of 5000 labelled bases. Default: ${DEFAULT-VALUE}.")
  private int batchSize;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "2",
      description = "Of a round. Default: ${DEFAULT-VALUE}.")
  private int steps;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads of torch, ours and theirs. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--python",
      paramLabel = "COMMAND",
      description = "A Python with PyTorch to compare with, such as /usr/bin/python3.")
  private String python;

  @Spec private CommandSpec command;

  BenchTrainCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    if (batchSize < 1 || steps < 1 || rounds < 1 || threads < 1) {
      throw new ParameterException(
          command.commandLine(),
          "--batch-size, --steps, --rounds and --threads must be at least 1");
    }
    List<Flank> sizes = sizes();
    TrainingBench bench =
        new TrainingBench(batchSize, steps, rounds, threads, Optional.ofNullable(python));
    out.println(
        "| flank | batch | threads | s/step | PyTorch s/step | ratio | ratio min-max | CPU s/step | ratio of CPU |"
            + " s/step min-max | take over and hand back s | PyTorch |");
    out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    sizes.forEach(flank -> print(bench.run(flank)));
    return 0;
  }

  private List<Flank> sizes() {
    try {
      return flanks.stream().map(Flank::of).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--flank: " + e.getMessage(), e);
    }
  }

  private void print(Result result) {
    Optional<Rounds> ratio = result.ratio();
    out.printf(
        Locale.ROOT,
        "| %d | %d | %d | %.3f | %s | %s | %s | %.3f | %s | %s | %.4f | %s |%n",
        result.flank().bases(),
        batchSize,
        threads,
        result.ours().wall().median(),
        result.peer().map(peer -> number(peer.wall().median())).orElse("-"),
        ratio.map(r -> number(r.median())).orElse("-"),
        ratio.map(BenchTrainCommand::range).orElse("-"),
        result.ours().cpu().median(),
        result.cpuRatio().map(r -> number(r.median())).orElse("-"),
        range(result.ours().wall()),
        result.handOver().median(),
        result.peerVersion().orElse("-"));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String range(Rounds rounds) {
    return number(rounds.min()) + "-" + number(rounds.max());
  }
}
