package org.splicespark.cli.options;

import org.splicespark.spark.VariantRequest;
import org.splicespark.variant.ScorerKind;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a run is done; what it says does not depend on it, but for the math. */
public final class RunningOptions {

  @Option(
      names = "--scorer",
      paramLabel = "incremental|window",
      defaultValue = "incremental",
      description = {
        "incremental: the reference once per stretch of a gene, the alternate only where it differs."
            + " window: two whole windows per allele; same scores, slow. Default: ${DEFAULT-VALUE}."
      })
  private ScorerKind scorer;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      defaultValue = "16",
      description =
          "With --scorer window: windows in one call of the model. Changes no score. Default: ${DEFAULT-VALUE}.")
  private int batchSize;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "0",
      description = "Parts to cut the input into; 0: chosen by size and cores. Changes no score.")
  private int partitions;

  @Mixin private ComputeOptions computing;

  @Option(names = "--overwrite", description = "Replace the output if it exists.")
  private boolean overwrite;

  @Option(
      names = "--overwrite-existing",
      description = "Replace our INFO entries where the input has them already.")
  private boolean overwriteExisting;

  @Option(
      names = "--resume",
      description = "Keep the finished parts of an interrupted run of the same inputs and options.")
  private boolean resume;

  @Option(
      names = "--work-dir",
      paramLabel = "FOLDER",
      defaultValue = "",
      description = "Where parts are kept until they are joined. Default: beside the output.")
  private String workFolder;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * @param input the input's name, which decides what can be resumed
   * @param output the output's
   */
  public VariantRequest.Running parameters(String input, String output) {
    if (batchSize < 1 || partitions < 0) {
      throw usage("--batch-size must be at least 1 and --partitions at least 0");
    }
    if (resume && (input.equals("-") || (output.equals("-") && workFolder.isEmpty()))) {
      throw usage(
          "--resume needs an input that is a file, and an output that is one or a --work-dir");
    }
    return new VariantRequest.Running(
        computing.compute(),
        scorer,
        batchSize,
        partitions,
        workFolder,
        overwrite,
        overwriteExisting,
        resume);
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
