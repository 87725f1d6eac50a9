package org.splicespark.spark.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A training on which nothing died, beside others in a folder that must end as it did. */
record QuietTraining(Trainings trainings, String quiet) {

  void requireSame(String name) throws IOException {
    Trainings.assertSame(trainings.end(quiet), trainings.end(name));
    for (String file : List.of("models/model_best.pt", "LOG/TRAIN/loss_every_update.txt")) {
      assertEquals(-1, Files.mismatch(at(quiet, file), at(name, file)), file);
    }
    assertEquals(metrics(quiet), metrics(name));
  }

  /** The checkpoints that a training has left are whole. */
  void requireSameCheckpointsSoFar(String name) throws IOException {
    try (var all = Files.list(at(name, "models"))) {
      for (Path one : all.filter(file -> file.toString().matches(".*_[0-9]+\\.pt")).toList()) {
        Path same = at(quiet, "models").resolve(one.getFileName());
        assertEquals(-1, Files.mismatch(same, one), one.toString());
      }
    }
  }

  private Path at(String name, String file) {
    return trainings.folder().resolve(name).resolve(file);
  }

  /** The table without the seconds that epochs took. */
  private List<String> metrics(String name) throws IOException {
    return Files.readAllLines(at(name, "metrics.tsv")).stream()
        .map(line -> line.replaceFirst("^((?:[^\t]*\t){3})[^\t]*", "$1"))
        .toList();
  }
}
