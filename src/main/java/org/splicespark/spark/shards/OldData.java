package org.splicespark.spark.shards;

import java.io.IOException;
import java.util.List;
import org.splicespark.error.InputException;
import org.splicespark.spark.HadoopFiles;

/** What an earlier run left in the output folder. Other files there are nobody's business. */
record OldData(HadoopFiles files, String folder) {
  private static final String OURS =
      "hdf5|parquet|manifest\\.json|(dataset|datafile)_(train|validation|test)\\.h5"
          + "|(train|validation|test)(\\.fa|_stats\\.txt)|removed_paralogs_(validation|test)\\.txt"
          + "|verify_(train|validation|test)\\.png|(training|annotation)_table\\.csv";

  /**
   * @throws InputException if there is such data, and it is not to be replaced
   */
  void requireNone(boolean overwrite) throws IOException {
    if (files.exists(folder) && !files.status(folder).isDirectory()) {
      throw new InputException(folder + ": is a file, not a folder");
    }
    List<String> found = found();
    if (!found.isEmpty() && !overwrite) {
      throw new InputException(
          folder + ": has data already (" + found.get(0) + "); give --overwrite to replace it");
    }
  }

  void delete() throws IOException {
    for (String name : found()) {
      files.delete(folder + "/" + name);
    }
  }

  private List<String> found() throws IOException {
    return files.list(folder).stream().filter(name -> name.matches(OURS)).sorted().toList();
  }
}
