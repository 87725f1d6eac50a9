package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.splicespark.calibrate.Temperature;
import org.splicespark.model.Batch;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource;
import org.splicespark.model.ModelSource.Member;
import org.splicespark.model.SpliceModel;
import org.splicespark.testing.PtFiles;
import org.splicespark.train.TrainingState;

@Tag("native")
class FoldingTest {
  private static final Temperature TEMPERATURE = new Temperature(0.6, 1.7, 0.9);

  private static ModelSource source(Flank flank, long... seeds) {
    List<Member> members =
        java.util.Arrays.stream(seeds)
            .mapToObj(s -> new Member(s + ".pt", "" + s, PtFiles.random(flank, s)))
            .toList();
    return new ModelSource(members, flank.bases());
  }

  private static float[] logits(ModelSource source, Batch batch) {
    try (SpliceModel model = DjlModels.open(source, Compute.cpu())) {
      return model.logits().orElseThrow().logits(batch);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Flank.class,
      names = {"F80", "F400"})
  void theFoldedNetworksLogitsAreTheOthersDividedClassByClass(Flank flank) {
    Batch batch = Batch.of(Windows.random(3, flank.bases() + 50, 4));
    float[] plain = logits(source(flank, 1), batch);
    float[] folded = logits(CheckpointFiles.calibrated(source(flank, 1), TEMPERATURE), batch);
    for (int i = 0; i < plain.length; i++) {
      double expected = plain[i] / TEMPERATURE.classes()[i / 50 % 3];
      assertEquals(expected, folded[i], 1e-5 * Math.max(1, Math.abs(expected)));
    }
  }

  @Test
  void probabilitiesAreTheSoftmaxOfTheLogits() {
    Batch batch = Batch.of(Windows.random(2, 130, 5));
    float[] logits = logits(source(Flank.F80, 2), batch);
    try (SpliceModel model = DjlModels.open(source(Flank.F80, 2), Compute.cpu())) {
      float[] p = model.score(batch).values();
      for (int n = 0; n < 2; n++) {
        for (int i = 0; i < 50; i++) {
          double sum = 0;
          for (int c = 0; c < 3; c++) {
            sum += Math.exp(logits[(n * 3 + c) * 50 + i]);
          }
          for (int c = 0; c < 3; c++) {
            int at = (n * 3 + c) * 50 + i;
            assertEquals(Math.exp(logits[at]) / sum, p[at], 1e-6);
          }
        }
      }
    }
  }

  @Test
  void anEnsembleHasNoLogits() {
    try (SpliceModel model = DjlModels.open(source(Flank.F80, 1, 2), Compute.cpu())) {
      assertFalse(model.logits().isPresent());
    }
  }

  @Test
  void onlyWhatMakesTheLogitsIsAnother() {
    ModelSource plain = source(Flank.F80, 3);
    ModelSource folded = CheckpointFiles.calibrated(plain, TEMPERATURE);
    TrainingState before = CheckpointFiles.state(plain.members().get(0));
    TrainingState after = CheckpointFiles.state(folded.members().get(0));
    assertEquals(before.tensors().keySet(), after.tensors().keySet());
    before
        .tensors()
        .forEach(
            (name, values) -> {
              if (!name.startsWith("final_conv")) {
                assertArrayEquals(values, after.tensors().get(name), name);
              }
            });
    assertEquals(
        before.tensors().get("final_conv.bias")[1] / 1.7f,
        after.tensors().get("final_conv.bias")[1],
        1e-7);
  }

  @Test
  void aFoldedEnsembleIsAnotherToAResumedRunAndToExecutors() {
    ModelSource plain = source(Flank.F80, 1, 2);
    ModelSource folded = CheckpointFiles.calibrated(plain, TEMPERATURE);
    assertEquals(2, folded.members().size());
    assertEquals("1.pt", folded.members().get(0).name());
    assertNotEquals(plain.key(), folded.key());
    assertEquals(folded.key(), CheckpointFiles.calibrated(plain, TEMPERATURE).key());
    String other = CheckpointFiles.calibrated(plain, Temperature.of(1.01)).key();
    assertTrue(!other.equals(folded.key()) && !other.equals(plain.key()));
  }

  @Test
  void aTemperatureOfOneChangesNoByte() {
    ModelSource plain = source(Flank.F80, 1);
    assertSame(plain, CheckpointFiles.calibrated(plain, Temperature.of(1)));
  }
}
