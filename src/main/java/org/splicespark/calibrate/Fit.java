package org.splicespark.calibrate;

/**
 * A temperature that was found.
 *
 * @param passes over the data that it took
 */
public record Fit(Temperature temperature, int passes) {}
