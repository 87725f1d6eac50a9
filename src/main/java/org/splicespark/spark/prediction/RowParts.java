package org.splicespark.spark.prediction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.splicespark.error.InputException;
import org.splicespark.spark.HadoopFiles;

/**
 * The output folder of a run. Until all is done everything lies in a folder of its own inside it,
 * each part under its attempt's name: what a task that dies, or runs twice, leaves is never read.
 *
 * @param name of the output folder
 */
record RowParts(HadoopFiles files, String name) implements Serializable {
  private static final String WORK = ".splicespark-unfinished";

  /**
   * @throws InputException if something of an earlier run is there that is not to be replaced, or
   *     the folder cannot be written
   */
  void prepare(boolean overwrite) throws IOException {
    if (files.exists(name) && !files.status(name).isDirectory()) {
      throw new InputException(name + ": is a file, not a folder");
    }
    Optional<String> before = ours().stream().findFirst();
    if (before.isPresent() && !overwrite) {
      throw new InputException(
          name + "/" + before.get() + ": exists; give --overwrite to replace it");
    }
    try {
      files.delete(work());
      files.makeFolder(work());
    } catch (IOException e) {
      throw new InputException(name + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private List<String> ours() throws IOException {
    return files.list(name).stream().filter(file -> file.matches(RowFile.OURS)).sorted().toList();
  }

  private String work() {
    return name + "/" + WORK;
  }

  /** Where a file of this run waits, or a part of one. */
  private String waiting(String file) {
    return work() + "/" + file;
  }

  OutputStream create(String file) throws IOException {
    return files.system(work()).create(HadoopFiles.path(waiting(file)), true);
  }

  InputStream open(String file) throws IOException {
    return files.system(work()).open(HadoopFiles.path(waiting(file)));
  }

  /** Puts all files, complete by now, where the user looks for them. */
  void publish(List<String> all) throws IOException {
    // What an earlier run wrote of other things must not stand beside this run's.
    for (String old : ours()) {
      files.delete(name + "/" + old);
    }
    for (String file : all) {
      files.rename(waiting(file), name + "/" + file);
    }
  }

  void deleteWork() throws IOException {
    files.delete(work());
  }
}
