package org.splicespark.spark.training;

import java.io.IOException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.splicespark.dataset.ChunkSource;
import org.splicespark.error.InputException;
import org.splicespark.io.hdf5.Hdf5Chunks;
import org.splicespark.spark.HadoopFiles;
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

  /** Where they are, in one name: the file, or the folder of the shards. */
  public String name() {
    String first = names.get(0);
    return names.size() == 1 ? first : first.substring(0, first.lastIndexOf('/'));
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
    return Hdf5Chunks.open(names.stream().map(name -> StagedFile.of(name, files)).toList());
  }

  /**
   * Chunks in each shard.
   *
   * @throws InputException if there is none in all
   */
  public List<Integer> counts() {
    try (ChunkSource source = open()) {
      List<Integer> counts = IntStream.range(0, source.shards()).mapToObj(source::count).toList();
      if (counts.stream().allMatch(count -> count == 0)) {
        throw new InputException(names.get(0) + ": no chunk in it");
      }
      return counts;
    }
  }

  /** The files with their lengths, by which a training knows its data again. */
  Map<String, Long> lengths() {
    Map<String, Long> lengths = new LinkedHashMap<>();
    for (String name : names) {
      try {
        lengths.put(name, files.status(name).getLen());
      } catch (IOException e) {
        throw new InputException(name + ": cannot be read: " + e.getMessage(), e);
      }
    }
    return lengths;
  }
}
