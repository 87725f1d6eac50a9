package org.splicespark.cli.options;

import org.splicespark.model.Compute;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where and how a network computes. */
public final class ComputeOptions {
  @Mixin private DeviceOption device;

  @Option(
      names = "--math",
      paramLabel = "fp32|tf32|bf16",
      defaultValue = "fp32",
      description = {
        "Precision of the convolutions. fp32: the published scores. tf32: faster on NVIDIA GPUs since"
            + " Ampere; scores differ by up to 0.001. Default: ${DEFAULT-VALUE}."
      })
  private Compute.MathMode math;

  public Compute compute() {
    return new Compute(device.device(), 0, math);
  }
}
