package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.cli.options.Parsed;
import org.splicespark.cli.options.RateOptions;
import org.splicespark.cli.options.TrainerOptions;
import org.splicespark.djl.DjlModels;
import org.splicespark.model.Flank;
import org.splicespark.spark.shards.MadeUpGenes;
import org.splicespark.spark.training.TrainRequest;
import org.splicespark.testing.SharedSpark;
import org.splicespark.train.Freezing;
import org.splicespark.train.TrainingParameters;
import org.splicespark.train.TrainingState;

/** What a job is asked for, in a session of two cores. */
@Tag("spark")
class TrainingPlaceTest {
  private static final PrintStream QUIET = new PrintStream(OutputStream.nullOutputStream());

  @TempDir static Path folder;

  @BeforeAll
  static void makeData() throws IOException {
    MadeUpGenes.write(folder, SharedSpark.context());
  }

  private TrainingPlace place(String line) throws IOException {
    TrainerOptions options = Parsed.trainer("--data " + folder + " " + line);
    try (Workplace shared = new Workplace(SharedSpark::session)) {
      SharedSpark.session();
      return TrainingPlace.of(shared, options, 1, QUIET);
    }
  }

  private TrainRequest request(String line, int atOnce) throws IOException {
    TrainingPlace place = place(line);
    TrainingParameters parameters =
        place
            .options()
            .training()
            .parameters(RateOptions.Beginning.TRAINING, Flank.F80, 7, Freezing.NONE);
    TrainingState first = DjlModels.initialState(Flank.F80, 7);
    return place.request(
        parameters, first, place.options().output().names(Flank.F80), false, atOnce);
  }

  @Test
  void aRequestHasTheDataTheFolderAndTheTitle() throws IOException {
    TrainRequest request = request("", 1);
    String root = folder + "/parquet/";
    assertEquals(root + "train", request.train().name());
    assertEquals(root + "validation", request.validation().orElseThrow().name());
    assertEquals(root + "test", request.test().orElseThrow().name());
    assertEquals(Path.of("out/SpliceAI_mine_80_0_rs7/0"), request.folder());
    assertEquals("SpliceAI_mine_80_0_rs7", request.title());
    assertEquals(7, request.parameters().seed());
    assertFalse(request.peerLogs());
    assertFalse(request.resume());
  }

  @Test
  void logsAreAnOption() throws IOException {
    assertTrue(request("--peer-logs", 1).peerLogs());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'' # 1 # 2",
        "'' # 2 # 1",
        "--workers 2 # 1 # 1",
        "--threads 5 # 1 # 5",
        "--threads 5 --workers 2 # 2 # 5",
      })
  void workersShareTheCoresUnlessThreadsAreGiven(String line, int atOnce, int threads)
      throws IOException {
    assertEquals(threads, request(line, atOnce).compute().threads());
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 5, 2", "1, 2, 2", "2, 5, 1"})
  void asManyTrainingsFitSideBySideAsThereAreCores(int workers, int wanted, int expected)
      throws IOException {
    assertEquals(expected, place("").atOnce(workers, wanted));
  }
}
