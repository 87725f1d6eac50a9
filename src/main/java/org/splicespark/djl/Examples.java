package org.splicespark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.splicespark.model.Channels;
import org.splicespark.train.TrainingBatch;

/**
 * A batch as the network reads it.
 *
 * @param sequences one-hot, N x 4 x (labelled + flank); all zero where there is no base
 * @param classes one-hot, N x 3 x labelled; all zero behind a gene's end
 */
record Examples(NDArray sequences, NDArray classes) {
  private static final int BASES = 4;

  static Examples of(TrainingBatch batch, NDManager manager) {
    NDArray sequences = oneHot(batch.codes(), batch.count(), BASES, manager);
    return new Examples(
        sequences, oneHot(batch.labels(), batch.count(), Channels.SITES.count(), manager));
  }

  private static NDArray oneHot(byte[] codes, int count, int channels, NDManager manager) {
    int length = codes.length / count;
    float[] values = new float[channels * codes.length];
    for (int i = 0; i < codes.length; i++) {
      int code = codes[i];
      if (code < 0 || code > channels) {
        throw new IllegalArgumentException("a code of " + code + " for " + channels + " channels");
      }
      if (code < channels) {
        values[(i / length * channels + code) * length + i % length] = 1;
      }
    }
    return manager.create(values, new Shape(count, channels, length));
  }
}
