package org.splicespark.spark.training;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.splicespark.dataset.ChunkSource;
import org.splicespark.error.InputException;
import org.splicespark.io.hdf5.Hdf5Chunks;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.InputStamp;
import org.splicespark.spark.shards.ParquetChunks;

/**
 * One split's chunks, wherever Hadoop reaches them: a folder of shards as create-data writes it
 * ({@code parquet/train}, {@code hdf5/train}), or one file, ours or OpenSpliceAI's {@code
 * dataset_train.h5}.
 *
 * @param name of the folder or file; one that every executor understands
 * @param shards in the order of the files' names
 */
public record DatasetFiles(String name, List<Shard> shards, HadoopFiles files)
    implements Serializable {
  private static final String PARQUET = ".parquet";
  private static final String HDF5 = ".h5";

  public DatasetFiles {
    shards = List.copyOf(shards);
  }

  /**
   * Where a shard is.
   *
   * @param stamp of the file, by which it is known again: an {@link InputStamp}
   * @param index within the file
   * @param chunks in the shard
   */
  public record Shard(String file, String stamp, int index, int chunks) implements Serializable {}

  /**
   * Looks into every file.
   *
   * @throws InputException if there is nothing of the kind under this name, or no chunk in it
   */
  public static DatasetFiles of(String name, HadoopFiles files) {
    try {
      if (!files.exists(name)) {
        throw new InputException(name + ": no such file or folder");
      }
      String whole = files.everywhere(name);
      List<Shard> shards = new ArrayList<>();
      for (String file : names(whole, files)) {
        shards.addAll(shards(file, files));
      }
      if (shards.stream().allMatch(shard -> shard.chunks() == 0)) {
        throw new InputException(name + ": no chunk in it");
      }
      return new DatasetFiles(whole, shards, files);
    } catch (IOException e) {
      throw new InputException(name + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<String> names(String name, HadoopFiles files) throws IOException {
    if (files.status(name).isDirectory()) {
      return listed(name, files);
    }
    if (!name.endsWith(PARQUET) && !name.endsWith(HDF5)) {
      throw new InputException(name + ": neither .parquet nor .h5, nor a folder of them");
    }
    return List.of(name);
  }

  private static List<String> listed(String folder, HadoopFiles files) throws IOException {
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

  private static List<Shard> shards(String file, HadoopFiles files) throws IOException {
    // Taken before the file is looked into: what changes meanwhile is another file.
    String stamp = new InputStamp(files).of(file);
    List<Shard> shards = new ArrayList<>();
    try (ChunkSource source = open(file, files)) {
      for (int index = 0; index < source.shards(); index++) {
        shards.add(new Shard(file, stamp, index, source.count(index)));
      }
    }
    return shards;
  }

  private static ChunkSource open(String file, HadoopFiles files) {
    return file.endsWith(PARQUET)
        ? new ParquetChunks(files, List.of(file))
        : Hdf5Chunks.open(StagedFile.of(file, files));
  }

  /** Opens the file of a shard; HDF5 that is elsewhere is copied to this host's disk first. */
  public ChunkSource open(Shard shard) {
    return open(shard.file(), files);
  }

  /** Chunks in each shard. */
  public List<Integer> counts() {
    return shards.stream().map(Shard::chunks).toList();
  }

  /** The files' stamps, by which a training knows its data again. */
  List<String> stamps() {
    return shards.stream().map(Shard::stamp).distinct().toList();
  }
}
