package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.calibrate.Classes;
import org.splicespark.calibrate.Comparison;
import org.splicespark.calibrate.Fit;
import org.splicespark.calibrate.LabelledLogits;
import org.splicespark.calibrate.Optimizer;
import org.splicespark.calibrate.RandomLogits;
import org.splicespark.calibrate.Temperature;
import org.splicespark.djl.CheckpointFiles;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;
import org.splicespark.spark.calibration.CalibrationReport;
import org.splicespark.spark.calibration.CalibrationRequest;
import org.splicespark.spark.training.DatasetFiles;
import org.splicespark.testing.PtFiles;

class CalibrationFolderTest {
  private static final Temperature WARM = new Temperature(1.5, 2, 0.5);

  @TempDir Path disk;

  private Path write(String... sets) throws IOException {
    Path model = Files.write(disk.resolve("model.pt"), PtFiles.random(Flank.F80, 1));
    CalibrationRequest request =
        new CalibrationRequest(
            CheckpointFiles.read(model),
            new DatasetFiles("validation", List.of(), null),
            Optional.empty(),
            Optional.of(WARM),
            Classes.PER_CLASS,
            Optimizer.NEWTON,
            false,
            new Compute("cpu", 0, Compute.MathMode.FP32));
    Comparison comparison = Comparison.with(WARM);
    for (LabelledLogits batch : RandomLogits.batches(3, WARM, 1)) {
      comparison.add(batch);
    }
    Map<String, Comparison> compared = new HashMap<>();
    for (String set : sets) {
      compared.put(set, comparison);
    }
    CalibrationFolder folder = new CalibrationFolder(disk.resolve("calibrated"));
    folder.begin();
    folder.write(request, new CalibrationReport(WARM, Fit.given(WARM), compared));
    return folder.path();
  }

  @Test
  void whatAnEarlierCalibrationSaidOfASetThatThisOneHasNotIsGone() throws IOException {
    Path folder = write("validation", "test");
    Path results = folder.resolve("calibration/results");
    assertTrue(Files.exists(results.resolve("test/metrics_original.txt")));
    assertTrue(Files.exists(folder.resolve("reliability_test.tsv")));
    Files.writeString(folder.resolve("notes.txt"), "somebody's");
    write("validation");
    assertFalse(Files.exists(results.resolve("test")));
    assertFalse(Files.exists(folder.resolve("reliability_test.tsv")));
    assertTrue(Files.exists(results.resolve("validation/metrics_calibrated.txt")));
    assertEquals("somebody's", Files.readString(folder.resolve("notes.txt")));
  }
}
