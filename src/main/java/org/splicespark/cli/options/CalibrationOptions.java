package org.splicespark.cli.options;

import java.util.List;
import java.util.Optional;
import org.splicespark.calibrate.Classes;
import org.splicespark.calibrate.Optimizer;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How temperatures are found. */
public final class CalibrationOptions {
  @Option(
      names = {"-f", "--flanking-size"},
      paramLabel = "80|400|2000|10000",
      description = "The model's flank, which is found from its weights; another one is refused.")
  private Integer flank;

  @Option(
      names = "--temperature",
      paramLabel = "scalar|per-class",
      defaultValue = "per-class",
      description = {
        "One for all classes, or one for each (neither, acceptor, donor). Default: ${DEFAULT-VALUE}."
      })
  private Classes classes;

  @Option(
      names = "--optimizer",
      paramLabel = "newton|adam",
      defaultValue = "newton",
      description = {
        "newton: the least negative log-likelihood there is, in some ten passes. adam: OpenSpliceAI's"
            + " search, which stops earlier. Default: ${DEFAULT-VALUE}."
      })
  private Optimizer optimizer;

  @Option(
      names = {"-T", "--temperature-file"},
      paramLabel = "FILE",
      description = {
        "Use this temperature and fit none: a temperature.pt or temperature.txt, ours or"
            + " OpenSpliceAI's."
      })
  private String file;

  @Option(
      names = "--compat",
      description = {
        "Exactly the examples of OpenSpliceAI, which leaves out the last of an odd number. Numbers of"
            + " such a set differ from its numbers otherwise."
      })
  private boolean compat;

  @Mixin private DeviceOption device;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** What {@code -f} says; empty if it says nothing. */
  public Optional<Flank> flank() {
    return KnownFlank.of(flank, command);
  }

  public Classes classes() {
    return classes;
  }

  public Optimizer optimizer() {
    return optimizer;
  }

  /** Whether the published program's examples are taken, not all. */
  public boolean compat() {
    return compat;
  }

  /** A temperature that is there already. */
  public Optional<String> file() {
    for (String search : List.of("--temperature", "--optimizer")) {
      boolean given = command.commandLine().getParseResult().hasMatchedOption(search);
      new Mistakes(command)
          .require(
              file == null || !given,
              search
                  + " says how to look for a temperature, --temperature-file that there is one; give one of them");
    }
    return Optional.ofNullable(file);
  }

  public Compute compute() {
    return new Compute(device.device(), 0, Compute.MathMode.FP32);
  }
}
