package org.splicespark.io.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.model.Flank;
import org.splicespark.train.Freezing;
import org.splicespark.train.LearnerParameters;
import org.splicespark.train.Loss;
import org.splicespark.train.RoundReport;
import org.splicespark.train.Schedule;
import org.splicespark.train.Split;
import org.splicespark.train.TrainingHistory;
import org.splicespark.train.TrainingParameters;

class TrainingJsonTest {
  private static final Schedule STEPS = new Schedule.MultiStep(1e-3, List.of(5, 6), 0.5);
  private static final Schedule COSINE = new Schedule.CosineRestarts(1e-4, 5, 1e-5);
  private static final TrainingHistory HISTORY =
      new TrainingHistory(
          List.of(
              new RoundReport(0, 0, 35, 1260, 2.5, 0.75, 1e-3),
              new RoundReport(0, 1, 70, 2520, 2.25, Double.NaN, 5e-4)),
          List.of(Reports.epoch(0, 1, Split.TEST, Split.VALIDATION), Reports.epoch(1, 1)));

  @TempDir Path folder;

  @Test
  void parametersHaveTheirUnitsInTheirNames() throws IOException {
    JsonNode asked = read(parameters(STEPS, new Loss.CrossEntropy(), Freezing.NONE), "parameters");
    assertEquals(
        "{\"epochs\":7,\"flank_bases\":400,\"batch_size\":36,\"schedule\":{\"name\":\"MultiStepLR\","
            + "\"learning_rate\":0.001,\"milestones_epochs\":[5,6],\"gamma\":0.5},"
            + "\"loss\":{\"name\":\"cross_entropy_loss\"},\"optimizer\":\"adamw\","
            + "\"weight_decay\":0.01,\"freezing\":{\"unfreeze_all\":true,\"unfrozen_last_units\":0,"
            + "\"freeze_head\":false,\"update_frozen_statistics\":true},\"early_stopping\":true,"
            + "\"patience_epochs\":3,\"seed\":-42,\"workers\":2,\"steps_per_round\":8}",
        asked.toString());
  }

  @Test
  void theOtherScheduleAndLossAndFrozenUnitsAreToldApart() throws IOException {
    Loss focal = new Loss.Focal(1.5, List.of(0.5, 1.0, 2.0));
    JsonNode asked =
        read(parameters(COSINE, focal, new Freezing(2, false, false, false)), "parameters");
    assertEquals(
        "{\"name\":\"CosineAnnealingWarmRestarts\",\"learning_rate\":1.0E-4,"
            + "\"period_epochs\":5,\"least_learning_rate\":1.0E-5}",
        asked.get("schedule").toString());
    assertEquals(
        "{\"name\":\"focal_loss\",\"gamma\":1.5,\"alpha\":[0.5,1.0,2.0]}",
        asked.get("loss").toString());
    assertEquals(
        "{\"unfreeze_all\":false,\"unfrozen_last_units\":2,\"freeze_head\":true,"
            + "\"update_frozen_statistics\":false}",
        asked.get("freezing").toString());
  }

  @Test
  void roundsAreInOrderAndWhatIsNoNumberIsNull() throws IOException {
    JsonNode rounds = read(usual(), "rounds");
    assertEquals(
        "[{\"epoch\":0,\"round\":0,\"steps\":35,\"examples\":1260,\"seconds\":2.5,\"loss\":0.75,"
            + "\"learning_rate\":0.001},{\"epoch\":0,\"round\":1,\"steps\":70,\"examples\":2520,"
            + "\"seconds\":2.25,\"loss\":null,\"learning_rate\":5.0E-4}]",
        rounds.toString());
    assertFalse(Files.readString(file()).contains("NaN"));
  }

  @Test
  void epochsHaveTheMetricsOfTheSetsThatWereEvaluated() throws IOException {
    JsonNode epochs = read(usual(), "epochs");
    assertEquals(
        List.of(
            "epoch", "steps", "seconds", "learning_rate", "training_loss", "validation", "test"),
        names(epochs.get(0)));
    assertEquals(140, epochs.get(1).get("steps").asLong());
    assertFalse(epochs.get(1).has("validation"));
    JsonNode metrics = epochs.get(0).get("test");
    assertEquals(2e-5, metrics.get("loss").asDouble(), 1e-18);
    assertEquals(190_000, metrics.get("places").asLong());
    assertEquals(100, metrics.get("acceptor").get("sites").asLong());
    assertEquals(
        "{\"sites\":101,\"topk_multiples\":[0.5,1.0,2.0,4.0],\"topk\":[0.99,0.9,0.95,0.96],"
            + "\"topk_thresholds\":[0.9,0.5,0.123456,0.01],\"auprc\":0.92,\"accuracy\":0.998,"
            + "\"precision\":0.8,\"recall\":0.7,\"f1\":0.75}",
        metrics.get("donor").toString());
  }

  @Test
  void dataSetsHaveTheirNames() throws IOException {
    assertEquals("{\"train\":\"a \\\"b\\\".h5\"}", read(usual(), "data").toString());
  }

  @Test
  void theFileReplacesTheOneBeforeAndIsAlone() throws IOException {
    Files.writeString(file(), "old");
    read(usual(), "data");
    assertTrue(Files.readString(file()).endsWith("}\n"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file()), files.toList());
    }
  }

  @Test
  void aFileThatCannotBeMadeWholeLeavesTheOneBefore() throws IOException {
    Files.writeString(file(), "old");
    assertThrows(
        NullPointerException.class, () -> TrainingJson.write(file(), Map.of(), usual(), null));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file()), files.toList());
    }
    assertEquals("old", Files.readString(file()));
  }

  private Path file() {
    return folder.resolve("training.json");
  }

  private JsonNode read(TrainingParameters parameters, String part) throws IOException {
    TrainingJson.write(file(), Map.of("train", "a \"b\".h5"), parameters, HISTORY);
    JsonNode all = new ObjectMapper().readTree(file().toFile());
    assertEquals(List.of("data", "parameters", "rounds", "epochs"), names(all));
    return all.get(part);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static TrainingParameters usual() {
    return parameters(STEPS, new Loss.CrossEntropy(), Freezing.NONE);
  }

  private static TrainingParameters parameters(Schedule schedule, Loss loss, Freezing freezing) {
    LearnerParameters learner =
        new LearnerParameters(loss, LearnerParameters.Optimizer.ADAMW, 0.01, freezing);
    return new TrainingParameters(7, Flank.F400, 36, schedule, learner, true, 3, -42, 2, 8);
  }
}
