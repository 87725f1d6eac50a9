package org.splicespark.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.splicespark.calibrate.Comparison;
import org.splicespark.djl.CheckpointFiles;
import org.splicespark.djl.TemperatureFiles;
import org.splicespark.error.InputException;
import org.splicespark.io.WholeFile;
import org.splicespark.io.calibration.CalibrationTables;
import org.splicespark.io.picture.CalibrationPictures;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource;
import org.splicespark.spark.calibration.CalibrationReport;
import org.splicespark.spark.calibration.CalibrationRequest;

/**
 * What a calibration leaves on this machine's disk, under OpenSpliceAI's names where it has them.
 * Each file is there whole or not at all; the calibrated model comes last.
 */
record CalibrationFolder(Path path) {
  private static final List<String> OURS =
      List.of("calibrated_model.pt", "temperature.pt", "temperature.txt", "calibration");

  /** The checkpoint with the temperature in it. */
  Path model() {
    return path.resolve("calibrated_model.pt");
  }

  /**
   * @param input the model to calibrate
   * @throws InputException if something is there that is not to be replaced
   */
  void requireFree(Path input, boolean overwrite) throws IOException {
    OutputFolders.requireNoFile(path);
    if (Files.exists(model()) && Files.isSameFile(model(), input)) {
      throw new InputException(
          input + ": would be replaced by its own calibration; give another --output-dir");
    }
    for (String name : OURS) {
      Path old = path.resolve(name);
      if (!overwrite && Files.exists(old)) {
        throw new InputException(
            old + ": is there already; give another --output-dir, or --overwrite to replace it");
      }
    }
  }

  /** Makes the folder. */
  void begin() {
    OutputFolders.make(path);
  }

  void write(CalibrationRequest request, CalibrationReport report) throws IOException {
    // The old one goes first: a temperature beside another's model would not show.
    Files.deleteIfExists(model());
    for (String set : CalibrationReport.SETS) {
      if (report.sets().containsKey(set)) {
        write(set, report.sets().get(set), report);
      } else {
        OutputFolders.delete(results(set)); // An earlier calibration's.
        OutputFolders.delete(reliability(set));
      }
    }
    CalibrationTables.brier(path.resolve("brier.tsv"), report.sets());
    String text = report.temperature() + "\n";
    whole("temperature.txt", out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    whole("temperature.pt", out -> TemperatureFiles.write(out, report.temperature()));
    String json = CalibrationJson.text(request, report);
    whole("calibration.json", out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
    ModelSource calibrated = CheckpointFiles.calibrated(request.model(), report.temperature());
    Flank flank = Flank.of(calibrated.flank());
    whole(
        model().getFileName().toString(),
        out -> CheckpointFiles.write(out, Pretrained.state(calibrated), flank));
  }

  private void write(String set, Comparison comparison, CalibrationReport report)
      throws IOException {
    Path results = results(set);
    Path plots = Files.createDirectories(results.resolve("plots"));
    CalibrationTables.metrics(
        results.resolve("metrics_original.txt"), "Original", comparison.original());
    CalibrationTables.metrics(
        results.resolve("metrics_calibrated.txt"), "Calibrated", comparison.calibrated());
    CalibrationTables.reliability(reliability(set), comparison);
    CalibrationPictures.reliability(plots.resolve("calibration_curve.png"), comparison);
    CalibrationPictures.scores(plots.resolve("prob_dist.png"), comparison);
    CalibrationPictures.map(plots.resolve("calibration_map.png"), report.temperature());
  }

  private Path results(String set) {
    return path.resolve("calibration").resolve("results").resolve(set);
  }

  private Path reliability(String set) {
    return path.resolve("reliability_" + set + ".tsv");
  }

  /** Writes a file's bytes. */
  @FunctionalInterface
  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  private void whole(String name, Content content) throws IOException {
    try (WholeFile file = WholeFile.create(path.resolve(name))) {
      content.to(file.stream());
      file.finish();
    }
  }
}
