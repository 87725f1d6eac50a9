package org.splicespark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.splicespark.model.Batch;
import org.splicespark.model.Channels;
import org.splicespark.model.EditModel;
import org.splicespark.model.LogitModel;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SpliceModel;

/**
 * One network behind the port. Large batches are run in parts, so that memory does not grow with
 * what a caller asks for at once. Several threads may score at once; closing while one still does
 * is the caller's mistake.
 */
class DjlModel implements SpliceModel {
  private static final int BASES = 4;

  /** N x 4 x L to N x C x (L - flank). */
  @FunctionalInterface
  private interface Forward {
    NDArray of(SpliceNet net, NDArray sequences);
  }

  private final SpliceNet net;
  private final Budget budget;
  private final StagingBuffers buffers;

  DjlModel(SpliceNet net, Budget budget) {
    this.net = net;
    this.budget = budget;
    this.buffers = new StagingBuffers(budget.positions() * BASES * Float.BYTES);
  }

  @Override
  public int flank() {
    return net.flank().bases();
  }

  @Override
  public Channels channels() {
    return net.channels();
  }

  @Override
  public Probabilities score(Batch batch) {
    float[] answers = answers(batch, this::forward);
    return new Probabilities(channels(), batch.count(), batch.length() - flank(), answers);
  }

  @Override
  public Optional<LogitModel> logits() {
    return channels().equals(Channels.SITES)
        ? Optional.of(batch -> answers(batch, SpliceNet::logits))
        : Optional.empty();
  }

  private float[] answers(Batch batch, Forward forward) {
    int outputs = batch.length() - flank();
    if (outputs <= 0) {
      throw new IllegalArgumentException(
          "windows of " + batch.length() + " bases are not longer than the flank, " + flank());
    }
    int each = channels().count() * outputs;
    float[] answers = new float[batch.count() * each];
    int part = Math.max(1, budget.positions() / batch.length());
    try (NoGradients scoring = new NoGradients()) {
      for (int from = 0; from < batch.count(); from += part) {
        float[] some = scored(batch, from, Math.min(part, batch.count() - from), forward);
        System.arraycopy(some, 0, answers, from * each, some.length);
      }
    }
    return answers;
  }

  private float[] scored(Batch batch, int from, int count, Forward forward) {
    int each = BASES * batch.length();
    ByteBuffer staged = buffers.filled(batch.values(), from * each, count * each);
    try (NDManager scratch = net.scratch()) {
      Shape shape = new Shape(count, BASES, batch.length());
      NDArray sequences = scratch.create(staged, shape, DataType.FLOAT32);
      return forward.of(net, sequences).toFloatArray();
    } finally {
      buffers.giveBack(staged);
    }
  }

  NDArray forward(SpliceNet whole, NDArray sequences) {
    return whole.forward(sequences);
  }

  @Override
  public Optional<EditModel> edits() {
    return Optional.of(new IncrementalNet(net, budget.editPositions()));
  }

  @Override
  public long multiplyAdds() {
    return net.multiplyAdds();
  }

  @Override
  public void close() {
    net.close();
  }
}
