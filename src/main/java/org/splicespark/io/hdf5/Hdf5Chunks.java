package org.splicespark.io.hdf5;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.ChunkSource;

/**
 * Chunks of local HDF5 files, as the published trainers' {@code dataset_*.h5} hold them: {@code Xi}
 * of shape {@code [n, 15000, 4]} and {@code Yi} of shape {@code [1, n, 5000, 3]} or {@code [n,
 * 5000, 3]}, bytes of 0 and 1 (int8, uint8 or boolean), contiguous, chunked or compressed with gzip
 * or LZF. Each pair is a shard: file by file, in the order of their numbers. Some 2 MB are held for
 * each shard that is being read, and more where the file's own chunks are greater.
 */
public final class Hdf5Chunks implements ChunkSource {
  private final List<OpenFile> files = new ArrayList<>();
  private final List<TensorPair> pairs = new ArrayList<>();

  private Hdf5Chunks() {}

  /**
   * @throws org.splicespark.error.InputException naming the file and the dataset, if a file is
   *     missing, no HDF5, or does not hold pairs of X and Y
   */
  public static Hdf5Chunks open(Path file) {
    return open(List.of(file));
  }

  /**
   * @throws org.splicespark.error.InputException naming the file and the dataset, if a file is
   *     missing, no HDF5, or does not hold pairs of X and Y
   */
  public static Hdf5Chunks open(List<Path> files) {
    var chunks = new Hdf5Chunks();
    try {
      files.forEach(chunks::add);
    } catch (RuntimeException e) {
      chunks.close();
      throw e;
    }
    return chunks;
  }

  private void add(Path path) {
    OpenFile file = OpenFile.open(path);
    files.add(file);
    pairs.addAll(file.pairs());
  }

  @Override
  public int shards() {
    return pairs.size();
  }

  @Override
  public int count(int shard) {
    return pairs.get(shard).count();
  }

  @Override
  public Iterator<Chunk> read(int shard) {
    return pairs.get(shard).chunks();
  }

  @Override
  public void close() {
    files.forEach(OpenFile::close);
  }
}
