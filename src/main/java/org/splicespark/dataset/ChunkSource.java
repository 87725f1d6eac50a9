package org.splicespark.dataset;

import java.util.Iterator;

/**
 * Where chunks come from: files of one of the formats, or memory. Chunks are kept in shards, each
 * of which is read from its beginning; shards may be read in any order and again. Not safe for
 * threads.
 */
public interface ChunkSource extends AutoCloseable {

  /** Number of shards. */
  int shards();

  /** Number of chunks in a shard, without reading them. */
  int count(int shard);

  /**
   * The chunks of a shard in their order, read as they are asked for: memory does not grow with the
   * shard.
   *
   * @throws org.splicespark.error.InputException naming the file, if it does not hold chunks
   */
  Iterator<Chunk> read(int shard);

  @Override
  void close();
}
