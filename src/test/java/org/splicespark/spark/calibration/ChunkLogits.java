package org.splicespark.spark.calibration;

import org.splicespark.model.Batch;
import org.splicespark.model.LogitModel;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SpliceModel;

/** A model without a network whose logits follow from the bases around a place. */
record ChunkLogits(int flank, float unit) implements SpliceModel {

  ChunkLogits(int flank) {
    this(flank, 1);
  }

  /** One whose logits are no numbers. */
  static ChunkLogits broken(int flank) {
    return new ChunkLogits(flank, Float.NaN);
  }

  @Override
  public Probabilities score(Batch batch) {
    throw new UnsupportedOperationException("only logits are asked for");
  }

  @Override
  public java.util.Optional<LogitModel> logits() {
    return java.util.Optional.of(this::logits);
  }

  private float[] logits(Batch batch) {
    int outputs = batch.length() - flank;
    float[] logits = new float[batch.count() * 3 * outputs];
    for (int n = 0; n < batch.count(); n++) {
      for (int c = 0; c < 3; c++) {
        for (int i = 0; i < outputs; i++) {
          int at = (n * 4 + c) * batch.length() + i;
          logits[(n * 3 + c) * outputs + i] =
              (c == 0 ? unit : 0)
                  + batch.values()[at + flank / 2]
                  - 0.5f * batch.values()[at]
                  + 0.25f * batch.values()[at + flank];
        }
      }
    }
    return logits;
  }

  @Override
  public void close() {
    // holds nothing
  }
}
