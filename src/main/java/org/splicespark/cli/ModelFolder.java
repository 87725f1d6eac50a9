package org.splicespark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.splicespark.cli.options.ModelNames;
import org.splicespark.cli.options.ModelOutputOptions;
import org.splicespark.error.InputException;
import org.splicespark.spark.training.TrainJob;

/**
 * The folder of one training, on this machine's disk.
 *
 * @param resume whether what is there is gone on with
 * @param overwrite whether what is there may be replaced
 */
record ModelFolder(Path path, boolean resume, boolean overwrite) {
  /** What a training leaves; anything else is somebody's and stays, whatever the options. */
  private static final String OURS =
      "models|LOG|metrics\\.tsv|curves\\.(png|svg)|training\\.(json|resume)|\\..*\\.tmp";

  static ModelFolder of(ModelNames names, long seed, ModelOutputOptions options) {
    return new ModelFolder(names.folder(seed), options.resume(), options.overwrite());
  }

  /**
   * @throws InputException if something is there that is not to be replaced
   */
  void requireFree() throws IOException {
    OutputFolders.requireNoFile(path);
    if (!resume && !overwrite && hasModels()) {
      throw new InputException(
          path
              + ": has a model or an unfinished training already; give --resume to go on, or --overwrite to replace them");
    }
  }

  /** Makes the folder; what an earlier training left goes, unless it is gone on with. */
  void begin() throws IOException {
    OutputFolders.make(path);
    if (!resume) {
      for (Path entry : entries(path)) {
        if (entry.getFileName().toString().matches(OURS)) {
          OutputFolders.delete(entry);
        }
      }
    }
  }

  /** The same folder, in which nothing is gone on with if there is nothing. */
  ModelFolder resumedWherePossible() {
    return new ModelFolder(path, resume && Files.exists(TrainJob.resumeFile(path)), overwrite);
  }

  /** Or what a training that was cut off had got to. */
  private boolean hasModels() throws IOException {
    Path models = path.resolve("models");
    return Files.exists(TrainJob.resumeFile(path))
        || Files.isDirectory(models)
            && entries(models).stream().anyMatch(entry -> entry.toString().endsWith(".pt"));
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }
}
