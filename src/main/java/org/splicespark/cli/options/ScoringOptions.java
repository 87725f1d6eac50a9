package org.splicespark.cli.options;

import org.splicespark.variant.InfoField;
import org.splicespark.variant.ScoringParameters;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is scored and how it is written. */
public final class ScoringOptions {

  @Option(
      names = {"-D", "--distance"},
      paramLabel = "BASES",
      defaultValue = "" + ScoringParameters.DEFAULT_DISTANCE,
      description =
          "Look this far on each side of a variant, 1 to 4999. Default: ${DEFAULT-VALUE}.")
  private int distance;

  @Option(
      names = {"-M", "--mask"},
      paramLabel = "0|1",
      defaultValue = "0",
      description = {
        "1: leave out gains at annotated sites and losses elsewhere. Default: ${DEFAULT-VALUE}."
      })
  private int mask;

  @Option(
      names = "--compat",
      description = {
        "Exactly the rules of OpenSpliceAI and SpliceAI: no score for MNVs, for REF longer than 2D, for"
            + " windows that leave the contig; mask by the nearest exon boundary."
      })
  private boolean compat;

  @Option(
      names = "--precision",
      paramLabel = "DECIMALS",
      defaultValue = "" + InfoField.DEFAULT_DECIMALS,
      description = "Decimals of a delta score, 0 to 9. Default: ${DEFAULT-VALUE}.")
  private int precision;

  @Option(
      names = "--info-key",
      paramLabel = "KEY",
      defaultValue = InfoField.DEFAULT_KEY,
      description = {
        "Name of the INFO entry; reasons for alleles without a score go to KEY_STATUS. Default:"
            + " ${DEFAULT-VALUE}."
      })
  private String infoKey;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  public ScoringParameters parameters() {
    if (mask != 0 && mask != 1) {
      throw usage("--mask must be 0 or 1, not " + mask);
    }
    try {
      return new ScoringParameters(distance, mask == 1, compat);
    } catch (IllegalArgumentException e) {
      throw usage("--" + e.getMessage());
    }
  }

  public InfoField info() {
    try {
      return new InfoField(infoKey, precision, compat);
    } catch (IllegalArgumentException e) {
      throw usage("--info-key, --precision: " + e.getMessage());
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
