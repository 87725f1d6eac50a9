package org.splicespark.io.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.calibrate.Comparison;
import org.splicespark.calibrate.LabelledLogits;
import org.splicespark.calibrate.Temperature;

class CalibrationTablesTest {
  @TempDir Path folder;

  /** Two places: one class has 4/7, 2/7, 1/7; at a temperature of 1/2, 16/21, 4/21, 1/21. */
  private static Comparison two() {
    float two = (float) Math.log(2);
    float four = (float) Math.log(4);
    Comparison comparison = Comparison.with(Temperature.of(0.5));
    float[] logits = {four, four, two, two, 0, 0};
    comparison.add(new LabelledLogits(1, logits, new byte[] {0, 1}));
    return comparison;
  }

  @Test
  void metricsAreTwoLinesAsThePublishedProgramWritesThem() throws IOException {
    Path file = folder.resolve("metrics.txt");
    CalibrationTables.metrics(file, "Original", two().original());
    double loss = -(Math.log(4 / 7.0) + Math.log(2 / 7.0)) / 2;
    String expected = "Original_NLL\tOriginal_ECE\n%.8f\t%.8f\n";
    assertEquals(
        String.format(java.util.Locale.ROOT, expected, loss, 4 / 7.0 - 0.5),
        Files.readString(file));
  }

  @Test
  void reliabilityHasALineForEachClassAndBin() throws IOException {
    Path file = folder.resolve("reliability.tsv");
    CalibrationTables.reliability(file, two());
    List<String> lines = Files.readAllLines(file);
    assertEquals(1 + 3 * 30, lines.size());
    assertTrue(
        lines.contains("neither\t0.566667\t0.600000\t2\t0.57142857\t0.50000000\t0\tNA\tNA"),
        lines.toString());
    assertTrue(
        lines.contains("neither\t0.733333\t0.766667\t0\tNA\tNA\t2\t0.76190477\t0.50000000")
            || lines.contains("neither\t0.733333\t0.766667\t0\tNA\tNA\t2\t0.76190476\t0.50000000"),
        lines.toString());
  }

  @Test
  void brierScoresAreThoseOfAllSetsAndClasses() throws IOException {
    Path file = folder.resolve("brier.tsv");
    CalibrationTables.brier(file, Map.of("validation", two()));
    List<String> lines = Files.readAllLines(file);
    assertEquals("set\tclass\tplaces\toriginal\tcalibrated", lines.get(0));
    assertEquals(4, lines.size());
    String[] neither = lines.get(1).split("\t");
    assertEquals("validation neither 2", String.join(" ", List.of(neither).subList(0, 3)));
    assertEquals((9 + 16) / 49.0 / 2, Double.parseDouble(neither[3]), 1e-7);
    assertEquals((25 + 256) / 441.0 / 2, Double.parseDouble(neither[4]), 1e-7);
  }
}
