package org.splicespark.testing;

import org.splicespark.model.Batch;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SpliceModel;

/**
 * A model without a network: likes an acceptor after AG and a donor before GT, the more so the more
 * of its context (all of its flank, nearer bases counting more) is C or T. Every base of the
 * context moves the answer.
 */
public final class MotifModel implements SpliceModel {
  private final int flank;

  public MotifModel(int flank) {
    this.flank = flank;
  }

  @Override
  public int flank() {
    return flank;
  }

  @Override
  public Probabilities score(Batch batch) {
    int outputs = batch.length() - flank;
    float[] values = new float[batch.count() * 3 * outputs];
    for (int n = 0; n < batch.count(); n++) {
      for (int i = 0; i < outputs; i++) {
        int at = i + flank / 2;
        double context = context(batch, n, at);
        double acceptor =
            0.01
                + (0.3 + 0.7 * context)
                    * (is(batch, n, at - 2, 'A') && is(batch, n, at - 1, 'G') ? 0.8 : 0.02);
        double donor =
            0.01
                + (1 - 0.7 * context)
                    * (is(batch, n, at + 1, 'G') && is(batch, n, at + 2, 'T') ? 0.8 : 0.02);
        values[(n * 3 + 1) * outputs + i] = (float) (acceptor / (1 + donor));
        values[(n * 3 + 2) * outputs + i] = (float) (donor / (1 + acceptor));
        values[n * 3 * outputs + i] =
            1 - values[(n * 3 + 1) * outputs + i] - values[(n * 3 + 2) * outputs + i];
      }
    }
    return new Probabilities(batch.count(), outputs, values);
  }

  /**
   * 0 to 1: the weighted share of pyrimidines left of the place, in the order in which the strand
   * is read.
   */
  private double context(Batch batch, int n, int at) {
    double sum = 0;
    double all = 0;
    for (int d = -flank / 2; d <= flank / 2; d++) {
      double weight = (d < 0 ? 2.0 : 1.0) / (3 + Math.abs(d));
      all += weight;
      if (is(batch, n, at + d, 'C') || is(batch, n, at + d, 'T')) {
        sum += weight;
      }
    }
    return sum / all;
  }

  private static boolean is(Batch batch, int n, int at, char base) {
    return batch.values()[(n * 4 + "ACGT".indexOf(base)) * batch.length() + at] == 1f;
  }

  @Override
  public void close() {
    // holds nothing
  }
}
