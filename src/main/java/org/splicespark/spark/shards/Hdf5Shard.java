package org.splicespark.spark.shards;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.LabeledGene;
import org.splicespark.dataset.OneHot;
import org.splicespark.dataset.ShardPlan;
import org.splicespark.io.hdf5.Hdf5Layout;
import org.splicespark.io.hdf5.Hdf5Writer;

/**
 * Chunks as the published trainers read them: X0 (chunks x 15,000 x 4) and Y0 (1 x chunks x 5,000 x
 * 3), both one-hot bytes.
 */
final class Hdf5Shard implements ShardFile {
  static final String X = "X0";
  static final String Y = "Y0";

  private static final int X_STEP = Chunk.LABELLED * OneHot.CHANNELS;
  private static final int X_SIZE = Chunk.LENGTH * OneHot.CHANNELS;

  private final OutputFolder folder;
  private final OutputFolder.Open open;
  private final Hdf5Writer out;

  /** X comes first in the file, so labels wait: one byte per base. */
  private final List<byte[]> labels = new ArrayList<>();

  Hdf5Shard(OutputFolder folder, OutputFolder.Open open, ShardPlan plan) throws IOException {
    this.folder = folder;
    this.open = open;
    this.out = layout(plan).open(open.stream());
  }

  static Hdf5Layout layout(ShardPlan plan) {
    return declare(Hdf5Layout.builder(), X, Y, plan).build();
  }

  /** Declares the two tensors of a shard under these names. */
  static Hdf5Layout.Builder declare(Hdf5Layout.Builder file, String x, String y, ShardPlan plan) {
    int chunks = plan.chunks();
    return file.bytes(x, chunks, Chunk.LENGTH, OneHot.CHANNELS)
        .bytes(y, 1, chunks, Chunk.LABELLED, OneHot.CLASSES);
  }

  @Override
  public void add(LabeledGene gene) throws IOException {
    byte[] rows = OneHot.bases(gene.codes());
    for (int window = 0; window < gene.plan().chunks(); window++) {
      out.write(X, rows, window * X_STEP, X_SIZE);
    }
    labels.add(gene.labels());
  }

  @Override
  public WrittenFile finish() throws IOException {
    for (byte[] ofGene : labels) {
      out.write(Y, OneHot.labels(ofGene));
    }
    out.close();
    return folder.commit(open);
  }

  @Override
  public void close() throws IOException {
    open.stream().close();
  }
}
