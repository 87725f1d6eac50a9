package org.splicespark.cli.options;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The published trainer's {@code -m}, of which it makes no use: command lines have it. */
public final class UnusedModelOption {
  /** For the end of the help. */
  public static final String FOOTER =
      "Also taken, for OpenSpliceAI's command lines, and without effect: -m/--model SpliceAI.";

  private static final String ONLY = "SpliceAI";

  @Option(
      names = {"-m", "--model"},
      hidden = true,
      defaultValue = ONLY)
  private String model;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** The one network there is. */
  public void require() {
    new Mistakes(command)
        .require(
            model.equals(ONLY),
            "--model can only be SpliceAI, not "
                + model
                + "; to go on from a trained model, see splicespark transfer");
  }
}
