package org.splicespark.spark.prediction;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.splicespark.error.InputException;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.PartStore;

/**
 * The output folder of a run. Until all is done everything lies in a folder of its own inside it.
 *
 * @param name of the output folder, as every executor understands it
 */
record PredictFolder(HadoopFiles files, String name) {
  private static final String WORK = ".splicespark-unfinished";

  /**
   * @throws InputException if something of an earlier run is there that is not to be replaced
   */
  void requireFree(boolean overwrite) throws IOException {
    if (files.exists(name) && !files.status(name).isDirectory()) {
      throw new InputException(name + ": is a file, not a folder");
    }
    Optional<String> before = ours().stream().findFirst();
    if (before.isPresent() && !overwrite) {
      throw new InputException(
          name + "/" + before.get() + ": exists; give --overwrite to replace it");
    }
  }

  /** True if a run needs no {@code --overwrite}. */
  boolean isFree() throws IOException {
    return ours().isEmpty();
  }

  private List<String> ours() throws IOException {
    return files.list(name).stream()
        .filter(file -> file.matches(OutputFiles.OURS))
        .sorted()
        .toList();
  }

  PartStore<PredictPart> store() {
    return new PartStore<>(files, name + "/" + WORK);
  }

  /**
   * Puts all files, complete by now, where the user looks for them: each in the place of the old
   * one, which is there until then. Only after that goes what an earlier run wrote of other things,
   * which must not stand beside this run's.
   */
  void publish(PartStore<PredictPart> store, List<String> all) throws IOException {
    for (String file : all) {
      publish(store, file);
    }
    for (String old : ours()) {
      if (!all.contains(old)) {
        files.delete(name + "/" + old);
      }
    }
  }

  private void publish(PartStore<PredictPart> store, String file) throws IOException {
    String target = name + "/" + file;
    boolean folder = files.exists(target) && files.status(target).isDirectory();
    String aside = store.file("replaced-" + file);
    if (folder) {
      files.rename(target, aside);
    }
    try {
      files.rename(store.file(file), target);
    } catch (IOException e) {
      if (folder) {
        files.rename(aside, target);
      }
      throw e;
    }
  }
}
