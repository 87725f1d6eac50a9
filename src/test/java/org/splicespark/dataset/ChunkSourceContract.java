package org.splicespark.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.splicespark.testing.RandomChunks;

/** What holds for every source of chunks. One shard is longer than what is read at once. */
public interface ChunkSourceContract {

  /** A source of these chunks, in these shards. */
  ChunkSource source(List<List<Chunk>> shards) throws Exception;

  @Test
  default void theChunksAreThoseThatWereWritten() throws Exception {
    List<List<Chunk>> shards = RandomChunks.shards(3, 80, 1);
    try (ChunkSource source = source(shards)) {
      for (int shard = 0; shard < shards.size(); shard++) {
        assertEquals(shards.get(shard), all(source.read(shard)), "shard " + shard);
      }
    }
  }

  @Test
  default void countsAreWhatIsRead() throws Exception {
    List<List<Chunk>> shards = RandomChunks.shards(2, 1, 4);
    try (ChunkSource source = source(shards)) {
      assertEquals(3, source.shards());
      for (int shard = 0; shard < shards.size(); shard++) {
        assertEquals(shards.get(shard).size(), source.count(shard), "shard " + shard);
        assertEquals(source.count(shard), all(source.read(shard)).size(), "shard " + shard);
      }
    }
  }

  @Test
  default void shardsAreReadInAnyOrderAndAgain() throws Exception {
    List<List<Chunk>> shards = RandomChunks.shards(2, 3, 1);
    try (ChunkSource source = source(shards)) {
      for (int shard : new int[] {2, 0, 1, 0, 2}) {
        assertEquals(shards.get(shard), all(source.read(shard)), "shard " + shard);
      }
    }
  }

  @Test
  default void aShardThatIsLeftInTheMiddleIsReadFromItsBeginningAgain() throws Exception {
    List<List<Chunk>> shards = RandomChunks.shards(4);
    try (ChunkSource source = source(shards)) {
      assertEquals(shards.get(0).get(0), source.read(0).next());
      assertEquals(shards.get(0), all(source.read(0)));
    }
  }

  @Test
  default void readersOfTwoShardsDoNotDisturbEachOther() throws Exception {
    List<List<Chunk>> shards = RandomChunks.shards(20, 20);
    try (ChunkSource source = source(shards)) {
      Iterator<Chunk> first = source.read(0);
      Iterator<Chunk> second = source.read(1);
      for (int i = 0; i < 20; i++) {
        assertEquals(shards.get(0).get(i), first.next(), "first, " + i);
        assertEquals(shards.get(1).get(i), second.next(), "second, " + i);
      }
      assertFalse(first.hasNext() || second.hasNext());
    }
  }

  @Test
  default void beyondTheLastChunkThereIsNone() throws Exception {
    try (ChunkSource source = source(RandomChunks.shards(1, 2))) {
      Iterator<Chunk> chunks = source.read(0);
      assertTrue(chunks.hasNext());
      chunks.next();
      assertFalse(chunks.hasNext());
      assertThrows(NoSuchElementException.class, chunks::next);
    }
  }

  private static List<Chunk> all(Iterator<Chunk> chunks) {
    List<Chunk> all = new ArrayList<>();
    chunks.forEachRemaining(all::add);
    return all;
  }
}
