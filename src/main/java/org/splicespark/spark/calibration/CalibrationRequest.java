package org.splicespark.spark.calibration;

import java.util.Optional;
import org.splicespark.calibrate.Classes;
import org.splicespark.calibrate.Optimizer;
import org.splicespark.calibrate.Temperature;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelSource;
import org.splicespark.spark.training.DatasetFiles;

/**
 * One calibration, on the driver.
 *
 * @param model a single network
 * @param validation what temperatures are fitted to
 * @param test empty for none
 * @param given a temperature that is only tried; empty to fit one
 * @param classes how many temperatures are fitted
 * @param compat whether the last example of an odd number is left out, as the published program
 *     does: it deals examples out to two devices
 * @param compute its device may be {@code auto}, for the one that Spark gives each task
 */
public record CalibrationRequest(
    ModelSource model,
    DatasetFiles validation,
    Optional<DatasetFiles> test,
    Optional<Temperature> given,
    Classes classes,
    Optimizer optimizer,
    boolean compat,
    Compute compute) {}
