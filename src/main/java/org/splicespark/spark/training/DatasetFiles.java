package org.splicespark.spark.training;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.splicespark.dataset.ChunkSource;
import org.splicespark.error.InputException;
import org.splicespark.io.hdf5.Hdf5Chunks;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.Staging;
import org.splicespark.spark.shards.ParquetChunks;

/**
 * The files of one split, wherever Hadoop reaches them: a folder of shards as create-data writes it
 * ({@code parquet/train}, {@code hdf5/train}), or one file, ours or OpenSpliceAI's {@code
 * dataset_train.h5}.
 *
 * @param names in the order of their names; all Parquet or all HDF5
 */
public record DatasetFiles(List<String> names, HadoopFiles files) implements Serializable {
  private static final String PARQUET = ".parquet";
  private static final String HDF5 = ".h5";

  public DatasetFiles {
    names = List.copyOf(names);
  }

  /**
   * @throws InputException if there is nothing of the kind under this name
   */
  public static DatasetFiles of(String name, HadoopFiles files) {
    try {
      if (!files.exists(name)) {
        throw new InputException(name + ": no such file or folder");
      }
      return new DatasetFiles(
          files.status(name).isDirectory() ? shards(name, files) : List.of(known(name)), files);
    } catch (IOException e) {
      throw new InputException(name + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static String known(String name) {
    if (!name.endsWith(PARQUET) && !name.endsWith(HDF5)) {
      throw new InputException(name + ": neither .parquet nor .h5, nor a folder of them");
    }
    return name;
  }

  private static List<String> shards(String folder, HadoopFiles files) throws IOException {
    for (String ending : List.of(PARQUET, HDF5)) {
      List<String> found =
          files.list(folder).stream().filter(n -> n.endsWith(ending)).sorted().toList();
      if (!found.isEmpty()) {
        return found.stream().map(n -> folder + "/" + n).toList();
      }
    }
    throw new InputException(
        folder + ": holds no shards (*.parquet, *.h5); give the folder of one split");
  }

  /** Opens all files; on an executor those that are elsewhere are copied to its disk first. */
  public ChunkSource open() {
    if (names.get(0).endsWith(PARQUET)) {
      return new ParquetChunks(files, names);
    }
    Staging staging = new Staging(files);
    List<Path> local = names.stream().map(staging::local).toList();
    return Hdf5Chunks.open(local);
  }

  /** Chunks in each shard. */
  public int[] counts() {
    try (ChunkSource source = open()) {
      int[] counts = new int[source.shards()];
      for (int shard = 0; shard < counts.length; shard++) {
        counts[shard] = source.count(shard);
      }
      return counts;
    }
  }
}
