package org.splicespark.spark.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.TaskCompletionListener;
import org.splicespark.calibrate.LabelledLogits;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.ChunkSource;
import org.splicespark.genome.DnaSequence;
import org.splicespark.model.Batch;
import org.splicespark.model.Compute;
import org.splicespark.model.LogitModel;
import org.splicespark.model.ModelOpener;
import org.splicespark.model.ModelSource;
import org.splicespark.model.SpliceModel;
import org.splicespark.spark.ExecutorModels;
import org.splicespark.spark.training.DatasetFiles;
import org.splicespark.spark.training.DatasetFiles.Shard;

/**
 * A network's logits at all labelled places of a shard.
 *
 * @param key of the network
 */
record LogitsTask(
    DatasetFiles files,
    String key,
    Broadcast<ModelSource> source,
    ModelOpener opener,
    Compute compute)
    implements FlatMapFunction<Shard, LabelledLogits> {
  /** Sequences in one call of the network, and in one array of logits. */
  private static final int BATCH = 16;

  @Override
  public Iterator<LabelledLogits> call(Shard shard) {
    SpliceModel model = ExecutorModels.ofTask(key, source, opener, compute);
    ChunkSource chunks = files.open(shard);
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) done -> chunks.close());
    Iterator<Chunk> rest = chunks.read(shard.index());
    // One batch after another, as Spark asks for them: what it keeps, it may keep on disk.
    return IntStream.iterate(shard.chunks(), left -> left > 0, left -> left - BATCH)
        .mapToObj(left -> asked(model, next(rest, Math.min(left, BATCH))))
        .iterator();
  }

  private static List<Chunk> next(Iterator<Chunk> rest, int count) {
    List<Chunk> next = new ArrayList<>();
    while (next.size() < count) {
      next.add(rest.next());
    }
    return next;
  }

  private static LabelledLogits asked(SpliceModel model, List<Chunk> chunks) {
    LogitModel logits = model.logits().orElseThrow();
    byte[] labels = new byte[chunks.size() * Chunk.LABELLED];
    for (int n = 0; n < chunks.size(); n++) {
      System.arraycopy(chunks.get(n).labels(), 0, labels, n * Chunk.LABELLED, Chunk.LABELLED);
    }
    List<byte[]> windows = chunks.stream().map(chunk -> bases(chunk, model.flank())).toList();
    return new LabelledLogits(chunks.size(), logits.logits(Batch.of(windows)), labels);
  }

  /** What a network of some flank sees of a chunk. */
  private static byte[] bases(Chunk chunk, int flank) {
    int from = Chunk.SIDE - flank / 2;
    byte[] bases = Arrays.copyOfRange(chunk.codes(), from, from + Chunk.LABELLED + flank);
    for (int i = 0; i < bases.length; i++) {
      bases[i] = (byte) (bases[i] == Chunk.NO_BASE ? 'N' : DnaSequence.CHANNELS.charAt(bases[i]));
    }
    return bases;
  }
}
