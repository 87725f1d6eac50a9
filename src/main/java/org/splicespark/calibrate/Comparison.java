package org.splicespark.calibrate;

import java.io.Serializable;

/**
 * A data set before and after calibration.
 *
 * @param original at a temperature of 1
 */
public record Comparison(Calibration original, Calibration calibrated) implements Serializable {

  /** Nothing counted yet. */
  public static Comparison with(Temperature temperature) {
    return new Comparison(new Calibration(Temperature.ONE), new Calibration(temperature));
  }

  /**
   * This comparison.
   *
   * @throws NoNumbersException if the network's answers are none
   */
  public Comparison requireNumber() {
    if (!Double.isFinite(original.loss())) {
      throw new NoNumbersException();
    }
    return this;
  }

  public void add(LabelledLogits batch) {
    original.add(batch);
    calibrated.add(batch);
  }

  /** Adds what another has counted at the same temperature; the other stays as it is. */
  public void merge(Comparison other) {
    original.merge(other.original);
    calibrated.merge(other.calibrated);
  }
}
