package org.splicespark.cli.options;

import org.splicespark.model.Compute;
import org.splicespark.train.TrainingParameters;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who trains, and how often they meet. */
public final class RoundOptions {
  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "" + TrainingParameters.WORKERS,
      description = {
        "Train side by side, each on a share of the data, and are averaged after each round: one for"
            + " each GPU, or each executor. Default: ${DEFAULT-VALUE}."
      })
  private int workers;

  @Option(
      names = "--steps-per-round",
      paramLabel = "N",
      defaultValue = "" + TrainingParameters.STEPS_PER_ROUND,
      description = "Steps of each worker between two averagings. Default: ${DEFAULT-VALUE}.")
  private int steps;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "Of each worker on a CPU; 0: this machine's cores dealt out, or what Spark gives a task on a"
            + " cluster. Default: ${DEFAULT-VALUE}."
      })
  private int threads;

  @Mixin private DeviceOption device;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  public int workers() {
    new Mistakes(command).requireAtLeast(1, "--workers", workers);
    return workers;
  }

  int stepsPerRound() {
    new Mistakes(command).requireAtLeast(1, "--steps-per-round", steps);
    return steps;
  }

  /** Threads are 0 if the options do not say. */
  public Compute compute() {
    new Mistakes(command).requireAtLeast(0, "--threads", threads);
    return new Compute(device.device(), threads, Compute.MathMode.FP32);
  }
}
