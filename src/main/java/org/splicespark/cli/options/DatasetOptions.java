package org.splicespark.cli.options;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The examples to learn from, to choose by, and to test with. */
public final class DatasetOptions {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = {
        "What create-data wrote: its train, validation and test sets, Parquet if it is there, else"
            + " HDF5."
      })
  private String data;

  @Option(
      names = {"-train", "--train-dataset"},
      paramLabel = "PATH",
      description = {
        "Instead of --data: a folder of one set's shards, or one file, such as OpenSpliceAI's"
            + " dataset_train.h5."
      })
  private String train;

  @Option(
      names = {"-test", "--test-dataset"},
      paramLabel = "PATH",
      description = "A test set, which is only evaluated. Default: that of --data, else none.")
  private String test;

  @Option(
      names = "--validation-dataset",
      paramLabel = "PATH",
      description = {
        "The set that chooses the best epoch, or that temperatures are fitted to. Default: that of"
            + " --data, else the training set's name with its last \"train\" replaced by"
            + " \"validation\", if there is one; else the training loss chooses."
      })
  private String validation;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Finds what is wrong before anything is looked for. */
  public void require() {
    Mistakes mistakes = new Mistakes(command);
    mistakes.require(
        data != null || train != null,
        "give --data FOLDER, as create-data wrote it, or --train-dataset and --test-dataset");
    mistakes.require(data == null || train == null, "--data or --train-dataset, not both");
  }

  /** The same where nothing is learned from the training set. */
  public void requireValidation() {
    if (data != null || train != null || validation == null) {
      require();
    }
  }

  public Optional<String> data() {
    return Optional.ofNullable(data);
  }

  public Optional<String> train() {
    return Optional.ofNullable(train);
  }

  public Optional<String> test() {
    return Optional.ofNullable(test);
  }

  public Optional<String> validation() {
    return Optional.ofNullable(validation);
  }
}
