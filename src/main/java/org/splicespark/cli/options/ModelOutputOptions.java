package org.splicespark.cli.options;

import java.nio.file.Path;
import org.splicespark.model.Flank;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a trained model goes, and what becomes of one that is there. */
public final class ModelOutputOptions {
  @Option(
      names = {"-o", "--output-dir"},
      required = true,
      paramLabel = "FOLDER",
      description = {
        "A folder on this machine. The model goes to"
            + " SpliceAI_{project}_{flank}_{exp}_rs{seed}/{exp}/models/ in it."
      })
  private String output;

  @Option(
      names = {"-p", "--project-name"},
      required = true,
      paramLabel = "NAME",
      description = "Part of the model's name.")
  private String project;

  @Option(
      names = {"-e", "--exp-num"},
      paramLabel = "NAME",
      defaultValue = "0",
      description = "Tells experiments of one project apart. Default: ${DEFAULT-VALUE}.")
  private String experiment;

  @Option(
      names = "--peer-logs",
      description = "Write LOG/{TRAIN,VAL,TEST}/*.txt as well, as OpenSpliceAI does.")
  private boolean peerLogs;

  @Option(
      names = "--resume",
      description =
          "Go on with a training of the same data and options that was cut off: same result.")
  private boolean resume;

  @Option(names = "--overwrite", description = "Replace a model that is there.")
  private boolean overwrite;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Names of what is made. */
  public ModelNames names(Flank flank) {
    Mistakes mistakes = new Mistakes(command);
    mistakes.require(
        !output.contains(":/"),
        "--output-dir must be a folder on this machine's disk, not " + output);
    requirePlain(mistakes, "--project-name", project);
    requirePlain(mistakes, "--exp-num", experiment);
    mistakes.require(!(resume && overwrite), "--resume or --overwrite, not both");
    return new ModelNames(Path.of(output), project, flank, experiment);
  }

  /** It becomes part of a file's name. */
  private static void requirePlain(Mistakes mistakes, String option, String name) {
    boolean plain = name.matches("[^/\\\\\\p{Cntrl}]+") && !name.matches("\\.+");
    mistakes.require(plain, option + " must be part of a file's name, not \"" + name + "\"");
  }

  public boolean peerLogs() {
    return peerLogs;
  }

  public boolean resume() {
    return resume;
  }

  public boolean overwrite() {
    return overwrite;
  }
}
