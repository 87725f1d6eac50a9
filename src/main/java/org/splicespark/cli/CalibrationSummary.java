package org.splicespark.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.splicespark.calibrate.Calibration;
import org.splicespark.spark.calibration.CalibrationReport;

/** What a calibration came to, on standard error for a person. */
record CalibrationSummary(CalibrationReport report) {

  void print(PrintStream err, Path model) {
    String how = report.passes() == 0 ? "given" : "fitted in " + report.passes() + " passes";
    err.println("temperature (neither, acceptor, donor): " + report.temperature() + ", " + how);
    report
        .sets()
        .forEach(
            (set, comparison) -> {
              print(err, set, "original", comparison.original());
              print(err, set, "calibrated", comparison.calibrated());
            });
    err.println("model: " + model);
    TrainSummary.printUse(err, model);
  }

  private static void print(PrintStream err, String set, String when, Calibration calibration) {
    err.printf(
        Locale.ROOT,
        "  %-10s  %-10s  NLL %.8f  ECE %.8f  (%d places)%n",
        set,
        when,
        calibration.loss(),
        calibration.error(),
        calibration.places());
  }
}
