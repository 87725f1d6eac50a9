package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.djl.CheckpointFiles;
import org.splicespark.spark.shards.MadeUpGenes;
import org.splicespark.testing.SharedSpark;

/** The commands that train, from end to end, on a set of a few chunks. */
@Tag("spark")
@Tag("native")
class TrainCommandsTest {
  @TempDir static Path folder;

  @BeforeAll
  static void makeData() throws IOException {
    MadeUpGenes.write(folder.resolve("data"), SharedSpark.context());
  }

  private static Ended run(String line) {
    String data = folder.resolve("data/parquet/validation").toString();
    return Ended.of((line + " --train-dataset " + data + " -n 1 --batch-size 8").split(" "))
        .requireDone();
  }

  private static Path model(Path out, String project, int seed) {
    return out.resolve("SpliceAI_%s_80_0_rs%d/0/models/model_best.pt".formatted(project, seed));
  }

  private static Map<String, float[]> weights(Path model) {
    return CheckpointFiles.state(CheckpointFiles.read(model).members().get(0)).tensors();
  }

  @Test
  void aTransferChangesTheLastUnitAndTheHeadAndNothingElse() {
    Path out = folder.resolve("transfer");
    run("train -o " + out + " -p first");
    Path first = model(out, "first", 42);
    Ended ended = run("transfer -o " + out + " -p second -m " + first);
    assertTrue(ended.err().contains("model_best.pt"), ended.err());
    Map<String, float[]> before = weights(first);
    Map<String, float[]> after = weights(model(out, "second", 42));
    assertEquals(before.keySet(), after.keySet());
    Set<String> changed =
        before.keySet().stream()
            .filter(name -> !Arrays.equals(before.get(name), after.get(name)))
            .map(name -> name.replaceAll("\\.(conv|batchnorm)[12].*|\\.(weight|bias)$", ""))
            .collect(Collectors.toSet());
    assertEquals(Set.of("residual_units.3", "final_conv"), changed);
  }

  @Test
  void anEnsembleThatWasCutOffIsFinishedWithItsMissingMembers() throws IOException {
    Path out = folder.resolve("members");
    run("ensemble --side-by-side --seeds 1,2 -p both -o " + out);
    byte[] one = Files.readAllBytes(model(out, "both", 1));
    byte[] two = Files.readAllBytes(model(out, "both", 2));
    assertFalse(Arrays.equals(one, two), "members differ");
    FileUtils.deleteDirectory(out.resolve("SpliceAI_both_80_0_rs2").toFile());
    FileUtils.deleteDirectory(out.resolve("ensemble").toFile());
    run("ensemble --seeds 1,2 --threads 1 --resume -p both -o " + out);
    for (int seed = 1; seed <= 2; seed++) {
      Path joined = out.resolve("ensemble/SpliceAI_both_80_0_rs" + seed + ".pt");
      assertArrayEquals(seed == 1 ? one : two, Files.readAllBytes(joined));
    }
  }

  @Test
  void aTrainingWhoseDataChangedIsNotGoneOnWith() throws IOException {
    Path set = folder.resolve("changing");
    FileUtils.copyDirectory(folder.resolve("data/parquet/validation").toFile(), set.toFile());
    String line = "train -p it -n 1 --batch-size 8 --train-dataset %s -o %s";
    String train = line.formatted(set, folder.resolve("changed"));
    Ended.of(train.split(" ")).requireDone();
    Path shard = set.resolve("part-00000.parquet");
    FileTime then = Files.getLastModifiedTime(shard);
    Files.setLastModifiedTime(shard, FileTime.fromMillis(then.toMillis() + 1));
    Ended again = Ended.of((train + " --resume").split(" "));
    assertEquals(Main.INPUT, again.code(), again.err());
    String last = again.err().lines().reduce((one, next) -> next).orElseThrow();
    assertTrue(last.startsWith("splicespark: "), again.err());
    assertTrue(last.contains("differs in: train; it had " + shard + " of "), again.err());
    assertTrue(last.endsWith(", changed " + then.toMillis()), again.err());
  }

  @Test
  void theSameCommandTrainsTheSameModelAndAnotherSeedAnother() throws IOException {
    run("train -p same -o " + folder.resolve("a"));
    run("train -p same -o " + folder.resolve("b"));
    run("train -p same -r 5 -o " + folder.resolve("b"));
    byte[] first = Files.readAllBytes(model(folder.resolve("a"), "same", 42));
    assertArrayEquals(first, Files.readAllBytes(model(folder.resolve("b"), "same", 42)));
    assertFalse(Arrays.equals(first, Files.readAllBytes(model(folder.resolve("b"), "same", 5))));
  }
}
