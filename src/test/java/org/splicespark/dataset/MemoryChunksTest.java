package org.splicespark.dataset;

import java.util.List;
import org.splicespark.testing.MemoryChunks;

class MemoryChunksTest implements ChunkSourceContract {

  @Override
  public ChunkSource source(List<List<Chunk>> shards) {
    return new MemoryChunks(shards);
  }
}
