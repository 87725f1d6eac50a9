package org.splicespark.spark.calibration;

import java.util.Map;
import org.splicespark.calibrate.Comparison;
import org.splicespark.calibrate.Temperature;

/**
 * What a calibration came to.
 *
 * @param passes over the validation set's logits that the fit took; 0 if the temperature was given
 * @param sets by name, {@code validation} first
 */
public record CalibrationReport(
    Temperature temperature, int passes, Map<String, Comparison> sets) {}
