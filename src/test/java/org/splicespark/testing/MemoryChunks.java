package org.splicespark.testing;

import java.util.Iterator;
import java.util.List;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.ChunkSource;

/** Chunks in memory: a list of shards. */
public final class MemoryChunks implements ChunkSource {
  private final List<List<Chunk>> shards;

  public MemoryChunks(List<List<Chunk>> shards) {
    this.shards = shards.stream().map(List::copyOf).toList();
  }

  @Override
  public int shards() {
    return shards.size();
  }

  @Override
  public int count(int shard) {
    return shards.get(shard).size();
  }

  @Override
  public Iterator<Chunk> read(int shard) {
    return shards.get(shard).iterator();
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
