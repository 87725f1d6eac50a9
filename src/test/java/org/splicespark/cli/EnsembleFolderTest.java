package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.cli.options.ModelNames;
import org.splicespark.djl.CheckpointFiles;
import org.splicespark.error.InputException;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource;
import org.splicespark.spark.training.TrainReport;
import org.splicespark.testing.PtFiles;
import org.splicespark.train.TrainingHistory;

class EnsembleFolderTest {
  @TempDir Path folder;

  private EnsembleFolder of(String project) {
    return new EnsembleFolder(new ModelNames(folder, project, Flank.F80, "0"));
  }

  private Map<Long, TrainReport> members(long... seeds) throws IOException {
    Map<Long, TrainReport> reports = new LinkedHashMap<>();
    for (long seed : seeds) {
      Path best = folder.resolve(seed + "/model_best.pt");
      Files.createDirectories(best.getParent());
      Files.write(best, PtFiles.random(Flank.F80, seed));
      TrainingHistory none = new TrainingHistory(List.of(), List.of());
      reports.put(seed, new TrainReport(none, 0, best, false, 1));
    }
    return reports;
  }

  @Test
  void variantTakesTheFolderAsAnEnsembleOfTheBest() throws IOException {
    of("mine").fill(members(1, 2));
    List<ModelSource.Member> found = CheckpointFiles.read(folder.resolve("ensemble")).members();
    assertEquals(
        List.of("SpliceAI_mine_80_0_rs1.pt", "SpliceAI_mine_80_0_rs2.pt"),
        found.stream().map(ModelSource.Member::name).toList());
    String second = CheckpointFiles.read(folder.resolve("2/model_best.pt")).key();
    assertEquals(second, found.get(1).sha256());
  }

  @Test
  void membersOfBeforeGoWhenOthersTakeTheirPlace() throws IOException {
    of("mine").fill(members(1, 2, 3));
    of("mine").fill(members(2));
    assertEquals(1, CheckpointFiles.read(folder.resolve("ensemble")).members().size());
    assertTrue(Files.exists(folder.resolve("ensemble/SpliceAI_mine_80_0_rs2.pt")));
  }

  @Test
  void anEnsembleIsOnlyReplacedIfAskedAndAnotherNever() throws IOException {
    of("mine").requireFree(false);
    of("mine").fill(members(1));
    of("mine").requireFree(true);
    assertThrows(InputException.class, () -> of("mine").requireFree(false));
    assertThrows(InputException.class, () -> of("yours").requireFree(true));
  }
}
