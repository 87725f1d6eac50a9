package org.splicespark.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.splicespark.cli.options.DatasetOptions;
import org.splicespark.error.InputException;
import org.splicespark.spark.HadoopFiles;

/**
 * Names of the sets of a training.
 *
 * @param validation empty if there is none: the training loss chooses the best epoch then
 * @param test empty if there is none
 */
record TrainingData(String train, Optional<String> validation, Optional<String> test) {
  /** Places of a split in the folder of create-data, %s being the split; the fastest first. */
  private static final List<String> LAYOUTS = List.of("parquet/%s", "hdf5/%s", "dataset_%s.h5");

  /**
   * Finds the sets, and says which those are that nobody named.
   *
   * @throws InputException if there is no training set
   */
  static TrainingData of(DatasetOptions options, HadoopFiles files, PrintStream err)
      throws IOException {
    TrainingData data = found(options, files, err);
    data.tellWhatIsMissing(err);
    return data;
  }

  private static TrainingData found(DatasetOptions options, HadoopFiles files, PrintStream err)
      throws IOException {
    Optional<TrainingData> whole = Optional.empty();
    if (options.data().isPresent()) {
      whole = Optional.of(made(options.data().get(), files));
    }
    String train = whole.isPresent() ? whole.get().train() : options.train().orElseThrow();
    Optional<String> beside =
        whole.isPresent() ? whole.get().validation() : existing(derived(train), files);
    if (whole.isEmpty() && options.validation().isEmpty()) {
      beside.ifPresent(name -> err.println("validation set: " + name));
    }
    Optional<String> validation = options.validation().or(() -> beside);
    Optional<String> besides = whole.flatMap(TrainingData::test);
    return new TrainingData(train, validation, options.test().or(() -> besides));
  }

  /**
   * Finds the sets that a network is evaluated on; a training set need not be there.
   *
   * @throws InputException if there is no validation set
   */
  static TrainingData evaluated(DatasetOptions options, HadoopFiles files, PrintStream err)
      throws IOException {
    if (options.data().isEmpty() && options.train().isEmpty()) {
      return new TrainingData("", options.validation(), options.test());
    }
    TrainingData data = found(options, files, err);
    if (data.validation.isEmpty()) {
      throw new InputException(
          data.train + ": no validation set beside it; --validation-dataset names one");
    }
    return data;
  }

  private void tellWhatIsMissing(PrintStream err) {
    if (validation.isEmpty()) {
      err.println(
          "note: no validation set beside "
              + train
              + "; the training loss chooses the best epoch (--validation-dataset names one)");
    }
    if (test.isEmpty()) {
      err.println("note: no test set (--test-dataset names one)");
    }
  }

  /**
   * The published trainer's rule, kept to the last segment: a folder above may have "train" in its
   * name.
   *
   * @return empty if the segment has no "train"
   */
  static Optional<String> derived(String train) {
    String name = train.replaceAll("(?<=.)/+$", "");
    int at = name.lastIndexOf("train");
    return at < 0 || at < name.lastIndexOf('/')
        ? Optional.empty()
        : Optional.of(name.substring(0, at) + "validation" + name.substring(at + 5));
  }

  private static TrainingData made(String folder, HadoopFiles files) throws IOException {
    String root = folder.replaceAll("(?<=.)/+$", "");
    for (String layout : LAYOUTS) {
      String name = root + "/" + layout;
      Optional<String> train = existing(Optional.of(name.formatted("train")), files);
      if (train.isPresent()) {
        return new TrainingData(
            train.get(),
            existing(Optional.of(name.formatted("validation")), files),
            existing(Optional.of(name.formatted("test")), files));
      }
    }
    throw new InputException(
        folder
            + (files.exists(folder)
                ? ": has no parquet/train, hdf5/train or dataset_train.h5; give create-data's"
                    + " --output-dir"
                : ": no such folder"));
  }

  private static Optional<String> existing(Optional<String> name, HadoopFiles files)
      throws IOException {
    return name.isPresent() && files.exists(name.get()) ? name : Optional.empty();
  }
}
