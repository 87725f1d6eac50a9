package org.splicespark.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.io.training.Reports;
import org.splicespark.io.training.TrainingJson;
import org.splicespark.model.Flank;
import org.splicespark.train.Freezing;
import org.splicespark.train.LearnerParameters;
import org.splicespark.train.Loss;
import org.splicespark.train.RoundReport;
import org.splicespark.train.Schedule;
import org.splicespark.train.Split;
import org.splicespark.train.TrainingHistory;
import org.splicespark.train.TrainingParameters;

class OtherRunsTest {
  @TempDir Path folder;

  private static void requireThere(String page, String... texts) {
    for (String text : texts) {
      assertTrue(page.contains(text), "not there: " + text);
    }
  }

  private static String row(String... cells) {
    return String.join("</span></td><td class=\"n\"><span>", cells) + "</span></td></tr>";
  }

  private static int figures(String page) {
    return page.split("<figure ", -1).length - 1;
  }

  @Test
  void sitesAreCountedByContigAndStrand() throws IOException {
    RunFiles.file(
        folder,
        "manifest.json",
        "{\"program\": \"splicespark predict\", \"bases\": 3000, \"scoringSeconds\": 2.0,"
            + " \"files\": [{\"name\": \"acceptors.bed.gz\", \"rows\": 7}, {\"name\": \"gone\"}],"
            + " \"parameters\": {\"threshold\": 0.1, \"conf\": {\"key\": \"a-secret\"}}}");
    RunFiles.file(
        folder,
        "donors.bed.gz",
        "chr1\t3\t4\t.\t0.500000\t+\nchr1\t8\t9\t.\t0.9\t-\nchr2\t3\t4\t.\t1.0\t-\n");
    RunFiles.file(folder, "acceptors.bed.gz", "chr3\t3\t4\t.\t0.25\t+\n");
    String page = RunFiles.page(folder);
    requireThere(page, row("<span>on the plus strand", "1", "1"), row("<span>all", "3", "1"));
    requireThere(page, row("<span>acceptors.bed.gz", "7", "18"), row("<span>gone", "", ""));
    requireThere(page, "<span>chr3</span>", "1,500 bases per second", "<dt>threshold</dt>");
    assertEquals(2, figures(page));
    assertFalse(page.contains("a-secret"), "settings may be secrets");
  }

  @Test
  void dataHasItsSplitsMotifsAndWhatWasLeftOut() throws IOException {
    RunFiles.file(
        folder,
        "manifest.json",
        "{\"program\": \"splicespark create-data\", \"splits\": {\"train\": {\"genes\": 8,"
            + " \"chunks\": 31, \"bases\": 133320, \"donors\": 34, \"acceptors\": 35,"
            + " \"donorMotifs\": {\"GT\": 33, \"GC\": 1}}}, \"dropped\": {\"SHORT\": 5}}");
    String page = RunFiles.page(folder);
    requireThere(page, row("<span>train", "8", "31", "133,320", "34", "35"));
    requireThere(page, "<span>GC</span>", row("<span>SHORT", "5"));
  }

  @Test
  void aTrainingHasItsCurvesAndItsLastNumbers() throws IOException {
    TrainingHistory history =
        new TrainingHistory(
            List.of(new RoundReport(0, 0, 8, 288, 4.0, 0.5, 1e-3)),
            List.of(Reports.epoch(0, 0.5, Split.VALIDATION, Split.TEST)));
    Path runs = Files.createDirectories(folder.resolve("SpliceAI_x_80_0_rs1/0"));
    TrainingJson.write(
        runs.resolve("training.json"), Map.of("train", "data/"), parameters(), history);
    String page = RunFiles.page(folder);
    requireThere(page, "<h2>SpliceAI_x_80_0_rs1/0</h2>", "<dt>data train</dt><dd>data/</dd>");
    requireThere(page, "<span>0.4500</span>", "1 rounds in 4 seconds.");
    assertEquals(5, figures(page));
  }

  private static TrainingParameters parameters() {
    return new TrainingParameters(
        1,
        Flank.of(80),
        36,
        new Schedule.MultiStep(1e-3, List.of(5), 0.5),
        new LearnerParameters(
            new Loss.CrossEntropy(), LearnerParameters.Optimizer.ADAMW, 0.01, Freezing.NONE),
        false,
        2,
        TrainingParameters.SEED,
        TrainingParameters.WORKERS,
        TrainingParameters.STEPS_PER_ROUND);
  }

  @Test
  void aCalibrationHasItsNumbersAndCurves() throws IOException {
    RunFiles.file(
        folder,
        "calibration.json",
        "{\"program\": \"splicespark calibrate\", \"temperature\": [1.5, 1.25, 1.0],"
            + " \"validationOriginal\": {\"places\": 160000, \"nll\": 0.25, \"ece\": 0.125,"
            + " \"brier\": [0.5, 0.0625, 0.03125]}}");
    RunFiles.file(
        folder,
        "reliability_validation.tsv",
        "class\tabove\tup_to\toc\tom\tot\tcc\tcm\tct\n"
            + "acceptor\t0.0\t0.5\t0\tNA\tNA\t4\t0.25\t0.5\n"
            + "acceptor\t0.5\t1.0\t3\t0.75\t0.5\t4\t0.75\t0.5\n");
    String page = RunFiles.page(folder);
    requireThere(page, "<dt>temperature</dt><dd>1.5, 1.25, 1.0</dd>");
    requireThere(
        page,
        row(
            "<span>validation, original",
            "160,000",
            "0.250000",
            "0.125000",
            "0.062500",
            "0.031250"));
    assertEquals(3, figures(page));
  }

  @Test
  void manifestsWithLittleInThemMakeAPage() throws IOException {
    List<String> kinds = new ArrayList<>();
    for (String command : List.of("predict", "create-data", "variant")) {
      Path run = folder.resolve(command);
      RunFiles.file(run, "manifest.json", "{\"program\": \"splicespark " + command + "\"}");
      kinds.add("<p class=\"kind\">" + command + "</p>");
    }
    RunFiles.file(folder.resolve("t"), "training.json", "{}");
    RunFiles.file(folder.resolve("c"), "calibration.json", "{}");
    requireThere(RunFiles.page(folder), kinds.toArray(String[]::new));
  }
}
