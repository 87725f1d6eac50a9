package org.splicespark.cli.options;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a network computes. */
public final class DeviceOption {
  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda:N",
      defaultValue = "auto",
      description =
          "auto: the GPU that Spark gives a task, else the CPU. Default: ${DEFAULT-VALUE}.")
  private String device;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** The name of a device, as {@code model.Compute} takes it. */
  String device() {
    new Mistakes(command)
        .require(
            device.matches("auto|cpu|cuda:[0-9]{1,4}"),
            "--device must be auto, cpu or cuda:N, not " + device);
    return device;
  }
}
