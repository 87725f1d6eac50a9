package org.splicespark.cli.options;

import org.splicespark.model.Compute;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where and how a network computes. */
public final class ComputeOptions {
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
            + " Ampere; scores differ by up to 0.001. Default: ${DEFAULT-VALUE}."
      })
  private Compute.MathMode math;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  public Compute compute() {
    new Mistakes(command)
        .require(
            device.matches("auto|cpu|cuda:[0-9]{1,4}"),
            "--device must be auto, cpu or cuda:N, not " + device);
    return new Compute(device, 0, math);
  }
}
