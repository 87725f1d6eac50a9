package org.splicespark.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.splicespark.calibrate.Calibration;
import org.splicespark.model.ModelSource.Member;
import org.splicespark.model.SiteType;
import org.splicespark.spark.calibration.CalibrationReport;
import org.splicespark.spark.calibration.CalibrationRequest;

/** What a calibration was and came to, for machines. */
final class CalibrationJson {
  private CalibrationJson() {}

  static String text(CalibrationRequest request, CalibrationReport report) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("program", "splicespark calibrate");
    run.put("versions", Manifest.versions("spark", "djl", "pytorch"));
    Member member = request.model().members().get(0);
    run.put("model", Map.of("name", member.name(), "sha256", member.sha256()));
    run.put("validation", request.validation().name());
    request.test().ifPresent(test -> run.put("test", test.name()));
    if (request.given().isEmpty()) {
      run.put("optimizer", request.optimizer());
      run.put("classes", request.classes());
      run.put("passes", report.fit().passes());
    }
    run.put("compat", request.compat());
    run.put("temperature", report.temperature().classes());
    report
        .sets()
        .forEach(
            (set, comparison) -> {
              run.put(set + "Original", numbers(comparison.original()));
              run.put(set + "Calibrated", numbers(comparison.calibrated()));
            });
    return Manifest.text(run);
  }

  private static Map<String, Object> numbers(Calibration calibration) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("places", calibration.places());
    numbers.put("nll", calibration.loss());
    numbers.put("ece", calibration.error());
    numbers.put("brier", Stream.of(SiteType.values()).map(calibration::brier).toList());
    return numbers;
  }
}
