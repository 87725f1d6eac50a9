package org.splicespark.cli.options;

import java.util.ArrayList;
import java.util.List;
import org.splicespark.dataset.SplitParameters;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How genes are dealt out to training, validation and test. */
public final class SplitOptions {
  enum ChrSplit {
    TRAIN_TEST,
    TEST
  }

  @Option(
      names = "--chr-split",
      paramLabel = "train-test|test",
      defaultValue = "train-test",
      description = "test: make only the test set. Default: ${DEFAULT-VALUE}.")
  private ChrSplit chrSplit;

  @Option(
      names = "--split-method",
      paramLabel = "random|human",
      defaultValue = "random",
      description = {
        "random: contigs in random order test until they have their share. human: 1, 3, 5, 7 and 9"
            + " test, the other chromosomes train; in any spelling. Default: ${DEFAULT-VALUE}."
      })
  private SplitParameters.Method method;

  @Option(
      names = "--split-ratio",
      paramLabel = "SHARE",
      defaultValue = "" + SplitParameters.TRAIN_SHARE,
      description =
          "With random: bases of the genome that are not for the test. Default: ${DEFAULT-VALUE}.")
  private double trainShare;

  @Option(
      names = {"--val-split-ratio", "--val_split_ratio"},
      paramLabel = "SHARE",
      defaultValue = "" + SplitParameters.VALIDATION_SHARE,
      description = {
        "Training genes that validate; genes that overlap stay together. Default: ${DEFAULT-VALUE}."
      })
  private double validationShare;

  @Option(
      names = "--test-contigs",
      split = ",",
      paramLabel = "CONTIG",
      description = {
        "Contigs that test, by name, with commas; instead of --split-method. The same for"
            + " --validation-contigs and --train-contigs; without the last, all others train."
      })
  private List<String> test = new ArrayList<>();

  @Option(
      names = "--validation-contigs",
      split = ",",
      paramLabel = "CONTIG",
      description = "Contigs that validate.")
  private List<String> validation = new ArrayList<>();

  @Option(
      names = "--train-contigs",
      split = ",",
      paramLabel = "CONTIG",
      description = "Contigs that train.")
  private List<String> train = new ArrayList<>();

  @Option(
      names = {"--seed", "--random-seed"},
      paramLabel = "N",
      defaultValue = "" + SplitParameters.SEED,
      description =
          "Of all that is random: the same seed, the same data. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  public SplitParameters parameters() {
    requireShare("--split-ratio", trainShare);
    requireShare("--val-split-ratio", validationShare);
    var named = new SplitParameters.Named(train, validation, test);
    return new SplitParameters(
        method, trainShare, validationShare, chrSplit == ChrSplit.TEST, named, seed);
  }

  private void requireShare(String option, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new ParameterException(
          command.commandLine(), option + " must be between 0 and 1, not " + share);
    }
  }
}
