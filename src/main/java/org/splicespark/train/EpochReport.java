package org.splicespark.train;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;

/**
 * What an epoch was.
 *
 * @param epoch from 0
 * @param steps taken since the training began
 * @param seconds the epoch took, evaluation included
 * @param learningRate of its last step
 * @param trainingLoss mean over its examples of the loss before each step
 * @param evaluated answers of the network after it, to the sets that were evaluated
 */
public record EpochReport(
    int epoch,
    long steps,
    double seconds,
    double learningRate,
    double trainingLoss,
    Map<Split, EpochMetrics> evaluated)
    implements Serializable {
  public EpochReport {
    evaluated = Map.copyOf(evaluated);
    if (epoch < 0 || steps < 0 || !(seconds >= 0) || !(learningRate >= 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "epoch %d with %d steps, %s s, rate %s",
              epoch,
              steps,
              seconds,
              learningRate));
    }
  }
}
