package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.splicespark.calibrate.Temperature;
import org.splicespark.error.InputException;
import org.splicespark.io.keras.KerasFormat;
import org.splicespark.model.Batch;
import org.splicespark.model.Channels;
import org.splicespark.model.Compute;
import org.splicespark.model.Family;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource;
import org.splicespark.model.ModelSource.Member;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SpliceModel;
import org.splicespark.model.Tile;
import org.splicespark.model.TileAnswer;
import org.splicespark.model.WeightFormat;
import org.splicespark.testing.KerasFiles;
import org.splicespark.testing.NaiveEdits;
import org.splicespark.testing.PangolinFiles;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.PtFiles.Weights;

/** Folders of other families' files, and the networks that come of them. */
class FamiliesTest {
  private static final List<WeightFormat> KERAS = List.of(new KerasFormat());
  private static final int OUTPUTS = 7;

  @TempDir private Path folder;

  private Path written(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private String refusal(Path path) {
    String message =
        assertThrows(InputException.class, () -> CheckpointFiles.read(path, KERAS)).getMessage();
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  @Test
  void aFolderOfKerasFilesIsAnEnsembleKnownByTheFilesDigests() throws IOException {
    for (int seed = 1; seed <= 3; seed++) {
      KerasFiles.write(folder.resolve(seed + ".h5"), Flank.F80, seed);
    }
    written("LICENSE", new byte[] {1});
    ModelSource source = CheckpointFiles.read(folder, KERAS);
    assertEquals(Family.CI_SPLICEAI, source.family());
    assertEquals(80, source.flank());
    assertEquals(Channels.SITES, source.channels());
    assertEquals(
        List.of("1.h5", "2.h5", "3.h5"), source.members().stream().map(Member::name).toList());
    String published = ModelFile.sha256(Files.readAllBytes(folder.resolve("1.h5")));
    assertEquals(published, source.members().get(0).sha256());
  }

  @Test
  void aKerasFileBesideACheckpointIsNoMember() throws IOException {
    KerasFiles.write(folder.resolve("1.h5"), Flank.F80, 1);
    written("2.pt", PtFiles.random(Flank.F80, 1));
    ModelSource source = CheckpointFiles.read(folder, KERAS);
    assertEquals(List.of("2.pt"), source.members().stream().map(Member::name).toList());
  }

  @Test
  void pangolinAmongOthersIsRefused() throws IOException {
    written("a.pt", PtFiles.random(Flank.F10000, 1));
    written("final.1.0.3.v2", PangolinFiles.random(1));
    String message = refusal(folder);
    assertTrue(message.startsWith(folder + ": "), message);
    assertTrue(message.endsWith("a.pt has OpenSpliceAI and final.1.0.3.v2 has Pangolin"), message);
  }

  @Test
  void aPangolinFileMustTellItsTissue() throws IOException {
    assertTrue(refusal(written("mine.pt", PangolinFiles.random(1))).contains("call it final."));
    String usage = refusal(written("final.1.3.3.v2", PangolinFiles.random(1)));
    assertTrue(usage.contains("how much sites are used (head 3)"), usage);
  }

  @Test
  void pangolinsTissuesStandInTheirOrderWithTheirReplicates() throws IOException {
    for (String name : List.of("final.1.6.3.v2", "final.2.0.3.v2", "final.1.0.3.v2")) {
      written(name, PangolinFiles.random(1));
    }
    String message = refusal(folder);
    assertTrue(message.endsWith("but there are heart 2, testis 1"), message);
    written("final.2.6.3.v2", PangolinFiles.random(2));
    ModelSource source = CheckpointFiles.read(folder, KERAS);
    assertEquals(
        List.of("final.1.0.3.v2", "final.2.0.3.v2", "final.1.6.3.v2", "final.2.6.3.v2"),
        source.members().stream().map(Member::name).toList());
    assertEquals(Channels.tissues(List.of("heart", "testis")), source.channels());
  }

  @Test
  void theSameFileForTwoTissuesIsTwoModels() throws IOException {
    byte[] content = PangolinFiles.random(1);
    String heart = CheckpointFiles.read(written("final.1.0.3.v2", content)).key();
    assertNotEquals(heart, CheckpointFiles.read(written("final.1.2.3.v2", content)).key());
  }

  @Test
  void whatPangolinLacksIsNamedAsPangolinNamesIt() throws IOException {
    Map<String, Weights> weights = PangolinFiles.weights(1);
    weights.remove("convs.2.bias");
    String message = refusal(written("final.1.0.3.v2", PtFiles.file(weights)));
    assertTrue(message.endsWith("lacks convs.2.bias"), message);
    weights = PangolinFiles.weights(1);
    weights.remove("conv_last8.weight");
    message = refusal(written("final.1.0.3.v2", PtFiles.file(weights)));
    assertTrue(message.endsWith("lacks conv_last8.weight"), message);
  }

  @Test
  void aFileThatIsNoneOfThemIsRefused() throws IOException {
    assertTrue(
        refusal(written("prose", "Call me Ishmael.".getBytes())).contains("is not a PyTorch"));
    assertTrue(refusal(written("prose.h5", "Call me.".getBytes())).contains("no HDF5 file"));
  }

  @Tag("native")
  @ParameterizedTest
  @EnumSource(
      value = Flank.class,
      names = {"F80", "F400"})
  void aKerasNetworkAnswersAsThePlanSays(Flank flank) {
    Path file = KerasFiles.write(folder.resolve("1.h5"), flank, 5);
    List<byte[]> windows = Windows.random(2, flank.bases() + OUTPUTS, 6);
    PaddedNet plan = new PaddedNet(flank, PtFiles.weights(flank, 5), 0, 1e-3);
    try (SpliceModel model = DjlModels.open(CheckpointFiles.read(file, KERAS), Compute.cpu())) {
      Probabilities answers = model.score(Batch.of(windows));
      for (int n = 0; n < windows.size(); n++) {
        float[] expected = Windows.flat(plan.forward(Windows.oneHot(windows.get(n))));
        double apart = Windows.apart(expected, Windows.of(answers, n));
        assertTrue(apart < 1e-5, "" + apart);
      }
    }
  }

  @Tag("native")
  @Test
  void aTemperatureIsFoldedIntoAKerasNetworkToo() {
    Path file = KerasFiles.write(folder.resolve("1.h5"), Flank.F80, 5);
    ModelSource plain = CheckpointFiles.read(file, KERAS);
    ModelSource warm = CheckpointFiles.calibrated(plain, Temperature.of(2));
    assertEquals(Family.CI_SPLICEAI, warm.family());
    assertNotEquals(plain.key(), warm.key());
    Batch batch = Batch.of(Windows.random(1, 80 + OUTPUTS, 6));
    try (SpliceModel before = DjlModels.open(plain, Compute.cpu());
        SpliceModel after = DjlModels.open(warm, Compute.cpu())) {
      float[] logits = before.logits().orElseThrow().logits(batch);
      float[] halved = after.logits().orElseThrow().logits(batch);
      for (int i = 0; i < logits.length; i++) {
        assertEquals(logits[i] / 2, halved[i], 1e-6);
      }
    }
  }

  @Tag("native")
  @Test
  void tissuesAreSideBySideEachTheMeanOfItsReplicates() throws IOException {
    for (String name :
        List.of("final.1.0.3.v2", "final.2.0.3.v2", "final.1.4.3.v2", "final.2.4.3.v2")) {
      written(name, PangolinFiles.random(name.charAt(6)));
    }
    Batch batch = Batch.of(Windows.random(2, 10000 + OUTPUTS, 3));
    try (SpliceModel all = DjlModels.open(CheckpointFiles.read(folder), Compute.cpu())) {
      Probabilities answer = all.score(batch);
      assertEquals(Channels.tissues(List.of("heart", "brain")), answer.channels());
      assertFalse(all.logits().isPresent());
      assertArrayEquals(mean(batch, 0), both(answer, 0), 1e-6f);
      assertArrayEquals(mean(batch, 4), both(answer, 1), 1e-6f);
    }
  }

  /** Of both windows, one after the other. */
  private static float[] both(Probabilities answer, int channel) {
    float[] values = Arrays.copyOf(answer.track(0, channel, 0, OUTPUTS), 2 * OUTPUTS);
    System.arraycopy(answer.track(1, channel, 0, OUTPUTS), 0, values, OUTPUTS, OUTPUTS);
    return values;
  }

  private float[] mean(Batch batch, int head) {
    float[] one = alone(batch, folder.resolve("final.1." + head + ".3.v2"));
    float[] two = alone(batch, folder.resolve("final.2." + head + ".3.v2"));
    for (int i = 0; i < one.length; i++) {
      one[i] = (one[i] + two[i]) / 2;
    }
    return one;
  }

  private static float[] alone(Batch batch, Path file) {
    try (SpliceModel model = DjlModels.open(CheckpointFiles.read(file), Compute.cpu())) {
      return both(model.score(batch), 0);
    }
  }

  @Tag("native")
  @Test
  void aTissueIsTheSecondOfItsPairOfClasses() throws IOException {
    Path file = written("final.1.2.3.v2", PangolinFiles.random(9));
    Map<String, Weights> weights = PtFiles.weights(Flank.F10000, 9);
    Map<String, Weights> pangolin = PangolinFiles.weights(9);
    weights.put("final_conv.weight", pangolin.get("conv_last3.weight"));
    weights.put("final_conv.bias", pangolin.get("conv_last3.bias"));
    byte[] window = Windows.random(1, 10001, 4).get(0);
    double[][] classes =
        new PaddedNet(Flank.F10000, weights, 0, 1e-5).forward(Windows.oneHot(window));
    try (SpliceModel model = DjlModels.open(CheckpointFiles.read(file), Compute.cpu())) {
      float found = model.score(Batch.of(List.of(window))).at(0, 0, 0);
      assertEquals(classes[1][0], found, 1e-5);
    }
  }

  @Tag("native")
  @Test
  void editsAreScoredForEveryTissueAsIfEachWereASequenceOfItsOwn() throws IOException {
    written("final.1.0.3.v2", PangolinFiles.random(1));
    written("final.1.2.3.v2", PangolinFiles.random(2));
    byte[] bases = Windows.random(1, 10000 + 60, 8).get(0);
    byte[] inserted = {'A', 'C', 'G'};
    Tile tile =
        new Tile(
            bases,
            60,
            List.of(new Tile.Edit(30, 1, inserted, 20, 20), new Tile.Edit(25, 4, inserted, 5, 9)));
    try (SpliceModel model = DjlModels.open(CheckpointFiles.read(folder), Compute.cpu())) {
      TileAnswer expected = new NaiveEdits(model).score(tile);
      TileAnswer found = model.edits().orElseThrow().score(tile);
      assertEquals(2, found.reference().channels().count());
      assertArrayEquals(expected.reference().values(), found.reference().values(), 2e-6f);
      for (int i = 0; i < 2; i++) {
        float[] values = found.alternates().get(i).values();
        assertArrayEquals(expected.alternates().get(i).values(), values, 2e-6f);
      }
      assertFalse(
          Arrays.equals(
              found.reference().track(0, 0, 0, 60), found.reference().track(0, 1, 0, 60)));
    }
  }
}
