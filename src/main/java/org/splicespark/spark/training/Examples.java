package org.splicespark.spark.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.ChunkSource;
import org.splicespark.train.TrainingBatch;

/** The chunks of one shard in memory, cut to what a network of one flank sees. */
final class Examples {
  private final int length;
  private final List<byte[]> codes = new ArrayList<>();
  private final List<byte[]> labels = new ArrayList<>();

  private Examples(int flank) {
    this.length = Chunk.LABELLED + flank;
  }

  static Examples read(ChunkSource source, int shard, int flank) {
    Examples examples = new Examples(flank);
    int from = Chunk.SIDE - flank / 2;
    for (Iterator<Chunk> chunks = source.read(shard); chunks.hasNext(); ) {
      Chunk chunk = chunks.next();
      examples.codes.add(Arrays.copyOfRange(chunk.codes(), from, from + examples.length));
      examples.labels.add(chunk.labels());
    }
    return examples;
  }

  /** Bases of each. */
  int length() {
    return length;
  }

  int count() {
    return codes.size();
  }

  byte[] codes(int index) {
    return codes.get(index);
  }

  byte[] labels(int index) {
    return labels.get(index);
  }

  /** Examples that follow one another as a batch. */
  TrainingBatch batch(int from, int to) {
    BatchBuilder batch = new BatchBuilder(to - from, length);
    for (int i = from; i < to; i++) {
      batch.add(codes.get(i), labels.get(i));
    }
    return batch.build();
  }
}
