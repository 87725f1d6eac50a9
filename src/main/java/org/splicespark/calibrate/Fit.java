package org.splicespark.calibrate;

/**
 * A temperature that was found.
 *
 * @param passes over the data that it took
 * @param gap a bound on how far its loss is above the least there is, in nats; NaN if none is known
 */
public record Fit(Temperature temperature, int passes, double gap) {

  /** A temperature that was not looked for. */
  public static Fit given(Temperature temperature) {
    return new Fit(temperature, 0, Double.NaN);
  }

  /** Whether a search for the least loss stopped before it was there. */
  public boolean isShort() {
    return gap > NewtonFit.ENOUGH;
  }
}
