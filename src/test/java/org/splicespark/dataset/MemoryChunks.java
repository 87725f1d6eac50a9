package org.splicespark.dataset;

import java.util.Iterator;
import java.util.List;

/** Shards of chunks in memory. */
record MemoryChunks(List<List<Chunk>> all) implements ChunkSource {

  @Override
  public int shards() {
    return all.size();
  }

  @Override
  public int count(int shard) {
    return all.get(shard).size();
  }

  @Override
  public Iterator<Chunk> read(int shard) {
    return all.get(shard).iterator();
  }

  @Override
  public void close() {
    // holds nothing open
  }
}
