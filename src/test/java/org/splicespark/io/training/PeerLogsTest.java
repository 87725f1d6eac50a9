package org.splicespark.io.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.train.Split;

class PeerLogsTest {
  /** OpenSpliceAI's names, but for those that only training has. */
  private static final Set<String> EVALUATED =
      Set.of(
          "donor_topk_all",
          "donor_topk",
          "donor_auprc",
          "donor_accuracy",
          "donor_precision",
          "donor_recall",
          "donor_f1",
          "acceptor_topk_all",
          "acceptor_topk",
          "acceptor_auprc",
          "acceptor_accuracy",
          "acceptor_precision",
          "acceptor_recall",
          "acceptor_f1",
          "accuracy",
          "loss_batch");

  @TempDir Path folder;

  @Test
  void eachSetHasThePublishedFiles() throws IOException {
    PeerLogs logs = logs();
    logs.steps(List.of(0.5), List.of(1e-3));
    logs.epoch(Reports.epoch(0, 1, Split.VALIDATION, Split.TEST));
    assertEquals(EVALUATED, names("VAL"));
    assertEquals(EVALUATED, names("TEST"));
    assertEquals(
        Set.of(
            "loss_batch",
            "loss_every_update",
            "learning_rate_every_epoch",
            "learning_rate_every_batch"),
        names("TRAIN"));
  }

  @Test
  void aTrainingSetThatWasEvaluatedHasMetricsToo() throws IOException {
    logs().epoch(Reports.epoch(0, 1, Split.TRAIN));
    assertEquals(1, lines("TRAIN/loss_batch").size());
    assertEquals(List.of("0.9"), lines("TRAIN/donor_topk"));
  }

  @Test
  void eachEpochIsALine() throws IOException {
    PeerLogs logs = logs();
    logs.epoch(Reports.epoch(0, 0.5, Split.VALIDATION));
    logs.epoch(Reports.epoch(1, 1, Split.VALIDATION));
    assertEquals(List.of("0.45", "0.9"), lines("VAL/donor_topk"));
    assertEquals(List.of("0.8", "0.8"), lines("VAL/accuracy"));
    assertEquals(List.of("0.001", "0.001"), lines("TRAIN/learning_rate_every_epoch"));
    // The published accuracy of a class is its recall.
    assertEquals(lines("VAL/acceptor_recall"), lines("VAL/acceptor_accuracy"));
  }

  @Test
  void eachStepOfARoundIsALine() throws IOException {
    PeerLogs logs = logs();
    logs.steps(List.of(0.5, 0.25), List.of(1e-3, 5e-4));
    logs.steps(List.of(), List.of());
    logs.steps(List.of(0.125), List.of(2.5e-4));
    assertEquals(List.of("0.5", "0.25", "0.125"), lines("TRAIN/loss_every_update"));
    assertEquals(List.of("0.001", "5.0E-4", "2.5E-4"), lines("TRAIN/learning_rate_every_batch"));
  }

  @Test
  void stepsWithoutALearningRateAreRejectedBeforeAnythingIsWritten() throws IOException {
    PeerLogs logs = logs();
    assertThrows(
        IllegalArgumentException.class, () -> logs.steps(List.of(0.5, 0.25), List.of(1e-3)));
    assertEquals(Set.of(), names("TRAIN"));
  }

  @Test
  void topKIsARowOfTenColumns() throws IOException {
    logs().epoch(Reports.epoch(0, 1, Split.TEST));
    assertEquals(
        List.of("0.9900\t0.9000\t0.9500\t0.9600\t0.9200\t0.9000\t0.5000\t0.1235\t0.0100\t101"),
        lines("TEST/donor_topk_all"));
  }

  @Test
  void resumingForgetsWhatCameAfterTheCheckpoint() throws IOException {
    PeerLogs logs = logs();
    for (int epoch = 0; epoch < 3; epoch++) {
      logs.steps(List.of(0.1 * epoch, 0.2 * epoch), List.of(1e-3, 1e-3));
      logs.epoch(Reports.epoch(epoch, epoch / 4.0, Split.VALIDATION));
    }
    List<String> auprc = lines("VAL/donor_auprc");
    logs().resume(1, 3);
    assertEquals(auprc.subList(0, 1), lines("VAL/donor_auprc"));
    assertEquals(List.of("0.0", "0.0", "0.1"), lines("TRAIN/loss_every_update"));
    assertEquals(3, lines("TRAIN/learning_rate_every_batch").size());
    assertEquals(1, lines("TRAIN/learning_rate_every_epoch").size());
  }

  private PeerLogs logs() throws IOException {
    return new PeerLogs(folder);
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve("LOG").resolve(name + ".txt"));
  }

  private Set<String> names(String split) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("LOG").resolve(split))) {
      return files
          .map(file -> file.getFileName().toString().replace(".txt", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
