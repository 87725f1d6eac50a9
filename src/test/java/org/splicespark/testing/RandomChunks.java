package org.splicespark.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.splicespark.dataset.Chunk;

/**
 * Chunks of any codes and labels, the same for the same seed; some of them at a gene's end, behind
 * which there is nothing more of it.
 */
public final class RandomChunks {
  private RandomChunks() {}

  public static Chunk chunk(long seed) {
    var random = new Random(seed);
    byte[] codes = new byte[Chunk.LENGTH];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) random.nextInt(Chunk.NO_BASE + 1);
    }
    byte[] labels = new byte[Chunk.LABELLED];
    Arrays.fill(labels, Chunk.BEYOND);
    int labelled = random.nextBoolean() ? Chunk.LABELLED : 1 + random.nextInt(Chunk.LABELLED);
    for (int i = 0; i < labelled; i++) {
      labels[i] = (byte) random.nextInt(Chunk.BEYOND);
    }
    return new Chunk(codes, labels);
  }

  /** A shard for each count. */
  public static List<List<Chunk>> shards(int... counts) {
    List<List<Chunk>> shards = new ArrayList<>();
    long seed = 0;
    for (int count : counts) {
      List<Chunk> shard = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        shard.add(chunk(seed++));
      }
      shards.add(shard);
    }
    return shards;
  }
}
