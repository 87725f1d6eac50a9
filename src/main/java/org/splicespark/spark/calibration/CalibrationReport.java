package org.splicespark.spark.calibration;

import java.util.List;
import java.util.Map;
import org.splicespark.calibrate.Comparison;
import org.splicespark.calibrate.Fit;
import org.splicespark.calibrate.Temperature;

/**
 * What a calibration came to.
 *
 * @param temperature in 32-bit floats, as files hold it
 * @param fit how it was found
 * @param sets by name, {@code validation} first
 */
public record CalibrationReport(Temperature temperature, Fit fit, Map<String, Comparison> sets) {
  static final String VALIDATION = "validation";
  static final String TEST = "test";

  /** All the names that sets can have. */
  public static final List<String> SETS = List.of(VALIDATION, TEST);
}
