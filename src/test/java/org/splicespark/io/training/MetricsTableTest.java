package org.splicespark.io.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.train.Split;

class MetricsTableTest {
  @TempDir Path folder;

  @Test
  void eachEpochAndSetIsARowUnderOneHeader() throws IOException {
    new MetricsTable(file()).append(Reports.epoch(0, 0.5, Split.VALIDATION, Split.TEST));
    new MetricsTable(file()).append(Reports.epoch(1, 0.6, Split.TEST, Split.VALIDATION));
    assertEquals(String.join("\t", MetricsTable.columns()), rows().get(0));
    assertEquals(List.of("epoch", "0", "0", "0", "1", "1", "1"), column("epoch"));
    assertEquals(
        List.of("split", "train", "validation", "test", "train", "validation", "test"),
        column("split"));
    assertEquals("140", column("steps").get(4));
  }

  @Test
  void valuesStandUnderTheirNames() throws IOException {
    new MetricsTable(file()).append(Reports.epoch(0, 1, Split.VALIDATION));
    assertEquals("100", column("acceptor_sites").get(2));
    assertEquals("101", column("donor_sites").get(2));
    assertEquals("0.9", column("donor_topk_1").get(2));
    assertEquals("0.123456", column("donor_threshold_2").get(2));
    assertEquals("0.92", column("donor_auprc").get(2));
    assertEquals("0.998", column("donor_accuracy").get(2));
    assertEquals("0.75", column("donor_f1").get(2));
    assertEquals("0.8", column("balanced_accuracy").get(2));
    assertEquals("2.0E-5", column("loss").get(2));
  }

  @Test
  void aTrainingSetThatWasNotEvaluatedHasItsLossAlone() throws IOException {
    new MetricsTable(file()).append(Reports.epoch(0, 0, Split.VALIDATION));
    assertEquals("0.0025", column("loss").get(1));
    assertEquals("NA", column("examples").get(1));
    assertEquals("NA", column("donor_f1").get(1));
  }

  @Test
  void resumingForgetsWhatCameAfterTheCheckpoint() throws IOException {
    MetricsTable table = new MetricsTable(file());
    for (int epoch = 0; epoch < 3; epoch++) {
      table.append(Reports.epoch(epoch, 0.5, Split.VALIDATION));
    }
    List<String> kept = rows().subList(0, 5);
    Files.writeString(file(), "1\ttra", StandardOpenOption.APPEND);
    table.resume(2);
    assertEquals(kept, rows());
  }

  @Test
  void resumingWithoutATableMakesNone() throws IOException {
    new MetricsTable(file()).resume(2);
    assertFalse(Files.exists(file()));
  }

  private Path file() {
    return folder.resolve("metrics.tsv");
  }

  private List<String> rows() throws IOException {
    return Files.readAllLines(file());
  }

  private List<String> column(String name) throws IOException {
    int column = MetricsTable.columns().indexOf(name);
    List<String> values = new ArrayList<>();
    rows().forEach(row -> values.add(row.split("\t", -1)[column]));
    return values;
  }
}
