package org.splicespark.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.splicespark.calibrate.Calibration;
import org.splicespark.spark.calibration.CalibrationReport;

/** What a calibration came to, on standard error for a person. */
record CalibrationSummary(CalibrationReport report) {

  void print(PrintStream err, Path model) {
    int passes = report.fit().passes();
    String how = passes == 0 ? "given" : "fitted in " + passes + " passes";
    err.println("temperature (neither, acceptor, donor): " + report.temperature() + ", " + how);
    if (report.fit().isShort()) {
      err.printf(
          Locale.ROOT,
          "the search ended before the minimum: the NLL may be up to %.1e above the least%n",
          report.fit().gap());
    }
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
