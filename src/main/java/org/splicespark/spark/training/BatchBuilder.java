package org.splicespark.spark.training;

import java.util.Arrays;
import org.splicespark.dataset.Chunk;
import org.splicespark.train.TrainingBatch;

/** Puts examples together, row after row. */
final class BatchBuilder {
  private final byte[] codes;
  private final byte[] labels;
  private final int length;
  private int count;

  /**
   * @param most examples
   * @param length bases of each
   */
  BatchBuilder(int most, int length) {
    this.codes = new byte[most * length];
    this.labels = new byte[most * Chunk.LABELLED];
    this.length = length;
  }

  void add(byte[] exampleCodes, byte[] exampleLabels) {
    System.arraycopy(exampleCodes, 0, codes, count * length, length);
    System.arraycopy(exampleLabels, 0, labels, count * Chunk.LABELLED, Chunk.LABELLED);
    count++;
  }

  TrainingBatch build() {
    return new TrainingBatch(
        count, Arrays.copyOf(codes, count * length), Arrays.copyOf(labels, count * Chunk.LABELLED));
  }
}
