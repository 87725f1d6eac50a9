package org.splicespark.spark.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.calibrate.Calibration;
import org.splicespark.calibrate.Classes;
import org.splicespark.calibrate.LabelledLogits;
import org.splicespark.calibrate.LikelihoodSums;
import org.splicespark.calibrate.Optimizer;
import org.splicespark.calibrate.Temperature;
import org.splicespark.dataset.Chunk;
import org.splicespark.dataset.ChunkSource;
import org.splicespark.error.InputException;
import org.splicespark.model.Batch;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelSource;
import org.splicespark.model.SiteType;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.shards.MadeUpGenes;
import org.splicespark.spark.training.DatasetFiles;
import org.splicespark.testing.SharedSpark;

@Tag("spark")
class CalibrationJobTest {
  private static final int FLANK = 80;
  private static final ModelSource MODEL =
      new ModelSource(
          List.of(new ModelSource.Member("bases", "calibration-job-test", new byte[0])), FLANK);

  @TempDir static Path folder;

  @BeforeAll
  static void makeData() throws IOException {
    MadeUpGenes.write(folder.resolve("data"), SharedSpark.context());
  }

  private static DatasetFiles set(String split) {
    String name = folder.resolve("data/parquet").resolve(split).toString();
    return DatasetFiles.of(name, new HadoopFiles(new Configuration()));
  }

  private static CalibrationReport run(
      DatasetFiles files, Optional<Temperature> given, Optimizer optimizer) {
    return run(files, given, optimizer, false);
  }

  private static CalibrationReport run(
      DatasetFiles files, Optional<Temperature> given, Optimizer optimizer, boolean compat) {
    CalibrationRequest request =
        new CalibrationRequest(
            MODEL,
            files,
            Optional.of(set("test")),
            given,
            Classes.PER_CLASS,
            optimizer,
            compat,
            Compute.cpu());
    return new CalibrationJob(SharedSpark.context(), (source, compute) -> new ChunkLogits(FLANK))
        .run(request);
  }

  /** All of a data set in this thread, chunk by chunk. */
  private static List<LabelledLogits> plain(DatasetFiles files) {
    List<LabelledLogits> all = new ArrayList<>();
    for (DatasetFiles.Shard shard : files.shards()) {
      try (ChunkSource source = files.open(shard)) {
        source.read(shard.index()).forEachRemaining(chunk -> all.add(plain(chunk)));
      }
    }
    return all;
  }

  private static LabelledLogits plain(Chunk chunk) {
    StringBuilder bases = new StringBuilder();
    for (int i = Chunk.SIDE - 40; i < Chunk.SIDE + Chunk.LABELLED + 40; i++) {
      bases.append("ACGTN".charAt(chunk.codes()[i]));
    }
    Batch batch = Batch.of(List.of(bases.toString().getBytes()));
    float[] logits = new ChunkLogits(FLANK).logits().orElseThrow().logits(batch);
    return new LabelledLogits(1, logits, chunk.labels());
  }

  private static LikelihoodSums likelihood(List<LabelledLogits> all, Temperature temperature) {
    LikelihoodSums sums = new LikelihoodSums(temperature);
    all.forEach(sums::add);
    return sums;
  }

  /** Also where nothing is fitted. */
  @Test
  void answersThatAreNoNumbersAreRefusedUnderTheModelsName() {
    var member = new ModelSource.Member("broken.pt", "calibration-job-test-nan", new byte[0]);
    for (Temperature given : new Temperature[] {null, Temperature.ONE}) {
      CalibrationRequest request =
          new CalibrationRequest(
              new ModelSource(List.of(member), FLANK),
              set("test"),
              Optional.empty(),
              Optional.ofNullable(given),
              Classes.PER_CLASS,
              Optimizer.NEWTON,
              false,
              Compute.cpu());
      CalibrationJob job =
          new CalibrationJob(SharedSpark.context(), (source, compute) -> ChunkLogits.broken(FLANK));
      String message = assertThrows(InputException.class, () -> job.run(request)).getMessage();
      assertTrue(message.startsWith("broken.pt: the model's answers are no numbers"), message);
    }
  }

  @Test
  void theJobsNumbersAreThoseOfAPlainLoopOverAllChunks() {
    Temperature given = new Temperature(1.5, 0.5, 2);
    CalibrationReport report = run(set("train"), Optional.of(given), Optimizer.NEWTON);
    assertEquals(Set.of("validation", "test"), report.sets().keySet());
    assertEquals(given, report.temperature());
    assertEquals(0, report.fit().passes());
    for (String name : List.of("train", "test")) {
      List<LabelledLogits> all = plain(set(name));
      Calibration expected = new Calibration(given);
      all.forEach(expected::add);
      Calibration actual =
          report.sets().get(name.equals("train") ? "validation" : "test").calibrated();
      assertEquals(expected.places(), actual.places());
      assertEquals(expected.loss(), actual.loss(), 1e-10);
      assertEquals(expected.error(), actual.error(), 1e-10);
      for (SiteType type : SiteType.values()) {
        assertEquals(expected.brier(type), actual.brier(type), 1e-10);
        assertEquals(expected.curve(type).get(3).hits(), actual.curve(type).get(3).hits());
      }
    }
  }

  @Test
  void theFittedTemperatureIsThatOfAPlainLoopAndLowersTheLoss() {
    CalibrationReport report = run(set("train"), Optional.empty(), Optimizer.NEWTON);
    List<LabelledLogits> all = plain(set("train"));
    Temperature expected =
        Optimizer.NEWTON.fit(t -> likelihood(all, t), Classes.PER_CLASS).temperature().asFloats();
    for (SiteType type : SiteType.values()) {
      assertEquals(expected.of(type), report.temperature().of(type), 1e-5);
    }
    assertTrue(report.fit().passes() > 1);
    Calibration before = report.sets().get("validation").original();
    Calibration after = report.sets().get("validation").calibrated();
    assertTrue(after.loss() < before.loss());
    assertEquals(likelihood(all, Temperature.ONE).loss(), before.loss(), 1e-10);
  }

  @Test
  void twoRunsAgreeToTheBitAndShardsChangeNothing() {
    CalibrationReport one = run(set("train"), Optional.empty(), Optimizer.ADAM);
    CalibrationReport same = run(set("train"), Optional.empty(), Optimizer.ADAM);
    assertEquals(one.temperature(), same.temperature());
    DatasetFiles train = set("train");
    List<DatasetFiles.Shard> backwards = new ArrayList<>(train.shards());
    Collections.reverse(backwards);
    DatasetFiles reversed = new DatasetFiles(train.name(), backwards, train.files());
    assertTrue(reversed.shards().size() > 1, "shards that can change places");
    CalibrationReport other = run(reversed, Optional.empty(), Optimizer.ADAM);
    for (SiteType type : SiteType.values()) {
      assertEquals(one.temperature().of(type), other.temperature().of(type), 1e-6);
    }
    assertEquals(
        one.sets().get("validation").calibrated().error(),
        other.sets().get("validation").calibrated().error(),
        1e-9);
  }

  @Test
  void thePublishedProgramsWayLeavesOutTheLastExampleOfAnOddNumber() {
    for (String split : List.of("train", "validation", "test")) {
      int chunks = set(split).counts().stream().mapToInt(Integer::intValue).sum();
      CalibrationReport report =
          run(set(split), Optional.of(Temperature.ONE), Optimizer.NEWTON, true);
      List<LabelledLogits> all = plain(set(split)).subList(0, chunks / 2 * 2);
      Calibration actual = report.sets().get("validation").original();
      assertEquals(chunks / 2 * 2L * Chunk.LABELLED, actual.places());
      assertEquals(likelihood(all, Temperature.ONE).loss(), actual.loss(), 1e-10);
    }
  }

  @Test
  void nothingStaysInTheExecutorsMemory() {
    // The session is shared: other tests may have left something.
    Set<Integer> before = Set.copyOf(SharedSpark.context().getPersistentRDDs().keySet());
    run(set("train"), Optional.empty(), Optimizer.NEWTON);
    Set<Integer> after = SharedSpark.context().getPersistentRDDs().keySet();
    assertTrue(before.containsAll(after), before + " " + after);
  }
}
