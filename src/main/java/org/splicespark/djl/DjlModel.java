package org.splicespark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.splicespark.djl.NativeBoot.NoGradients;
import org.splicespark.model.Batch;
import org.splicespark.model.EditModel;
import org.splicespark.model.Flank;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SpliceModel;

/**
 * One network behind the port. Large batches are run in parts, so that memory does not grow with
 * what a caller asks for at once. Several threads may score at once; closing while one still does
 * is the caller's mistake.
 */
final class DjlModel implements SpliceModel {
  private static final int BASES = 4;

  private final SpliceNet net;
  private final long atOnce;
  private final int editPositions;
  private final StagingBuffers buffers;

  /**
   * @param positions that a part may have, over all its sequences; one sequence is never split
   * @param editPositions that a batch of edits may have, over all its strips
   */
  DjlModel(SpliceNet net, int positions, int editPositions) {
    this.net = net;
    this.atOnce = positions;
    this.editPositions = editPositions;
    this.buffers = new StagingBuffers(positions * BASES * Float.BYTES);
  }

  @Override
  public int flank() {
    return net.flank().bases();
  }

  @Override
  public Probabilities score(Batch batch) {
    int outputs = batch.length() - flank();
    if (outputs <= 0) {
      throw new IllegalArgumentException(
          "windows of " + batch.length() + " bases are not longer than the flank, " + flank());
    }
    float[] answers = new float[batch.count() * Probabilities.CHANNELS * outputs];
    int part = (int) Math.max(1, atOnce / batch.length());
    try (NoGradients scoring = new NoGradients()) {
      for (int from = 0; from < batch.count(); from += part) {
        float[] some = scored(batch, from, Math.min(part, batch.count() - from));
        System.arraycopy(some, 0, answers, from * Probabilities.CHANNELS * outputs, some.length);
      }
    }
    return new Probabilities(batch.count(), outputs, answers);
  }

  private float[] scored(Batch batch, int from, int count) {
    int each = BASES * batch.length();
    ByteBuffer staged = buffers.filled(batch.values(), from * each, count * each);
    try (NDManager scratch = net.scratch()) {
      Shape shape = new Shape(count, BASES, batch.length());
      NDArray sequences = scratch.create(staged, shape, DataType.FLOAT32);
      return net.forward(sequences).toFloatArray();
    } finally {
      buffers.giveBack(staged);
    }
  }

  @Override
  public Optional<EditModel> edits() {
    return Optional.of(new IncrementalNet(net, editPositions));
  }

  @Override
  public long multiplyAdds() {
    return net.multiplyAdds();
  }

  @Override
  public void close() {
    net.close();
  }

  /** Bytes of the residual stream for one position. */
  static int streamBytes() {
    return Flank.CHANNELS * Float.BYTES;
  }
}
