package org.splicespark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.splicespark.cli.options.ModelNames;
import org.splicespark.cli.options.ModelOutputOptions;
import org.splicespark.error.InputException;

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

  private static final String RESUME = "training.resume";

  static ModelFolder of(ModelNames names, long seed, ModelOutputOptions options) {
    return new ModelFolder(names.folder(seed), options.resume(), options.overwrite());
  }

  /**
   * @throws InputException if something is there that is not to be replaced
   */
  void requireFree() throws IOException {
    requireNoFile();
    if (!resume && !overwrite && hasModels()) {
      throw new InputException(
          path
              + ": has a model or an unfinished training already; give --resume to go on, or --overwrite to replace them");
    }
  }

  /** Makes the folder; what an earlier training left goes, unless it is gone on with. */
  void begin() throws IOException {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new InputException(path + ": cannot be made a folder; give another --output-dir", e);
    }
    if (!resume) {
      for (Path entry : entries(path)) {
        if (entry.getFileName().toString().matches(OURS)) {
          delete(entry);
        }
      }
    }
  }

  /** The same folder, in which nothing is gone on with if there is nothing. */
  ModelFolder resumedWherePossible() {
    return new ModelFolder(path, resume && Files.exists(path.resolve(RESUME)), overwrite);
  }

  private void requireNoFile() {
    for (Path part = path; part != null; part = part.getParent()) {
      if (Files.exists(part) && !Files.isDirectory(part)) {
        throw new InputException(part + ": is a file, not a folder; give another --output-dir");
      }
    }
  }

  /** Or what a training that was cut off had got to. */
  private boolean hasModels() throws IOException {
    Path models = path.resolve("models");
    return Files.exists(path.resolve(RESUME))
        || Files.isDirectory(models)
            && entries(models).stream().anyMatch(entry -> entry.toString().endsWith(".pt"));
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  private static void delete(Path entry) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(entry)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.delete(each);
    }
  }
}
