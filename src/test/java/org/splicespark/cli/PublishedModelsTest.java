package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.cli.options.TemperatureOption;
import org.splicespark.djl.CheckpointFiles;
import org.splicespark.error.InputException;
import org.splicespark.io.registry.ManifestReader;
import org.splicespark.io.registry.ModelCache;
import org.splicespark.io.registry.ModelManifest;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource;
import org.splicespark.testing.PangolinFiles;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.Reference;

/** What {@code -m} takes: no test here reaches another machine. */
class PublishedModelsTest {
  private static final String PROPERTY = "splicespark.models";

  @TempDir Path folder;

  @BeforeEach
  void useFolder() {
    System.setProperty(PROPERTY, folder.toString());
  }

  @AfterEach
  void useUsual() {
    System.clearProperty(PROPERTY);
  }

  private static Workplace withoutSpark() {
    return new Workplace(
        () -> {
          throw new AssertionError("no Spark is needed");
        });
  }

  private static ScoringModels read(String model) {
    return ScoringModels.read(model, new TemperatureOption(), withoutSpark());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "openspliceai-mane-10000 # openspliceai-mane-10000: is not fetched yet; splicespark models fetch openspliceai-mane-10000",
        "spliceai-3 # spliceai-3: is not fetched yet; splicespark models fetch spliceai-3",
        "openspliceai-mane # openspliceai-mane: has several ensembles; give one of openspliceai-mane-80,",
        "openspliceai-mane-1000 # openspliceai-mane-1000: no such file or folder, and no published model; the nearest are openspliceai-mane-10000,",
        "models/openspliceai-mane-80 # models/openspliceai-mane-80: no such file",
        "none.pt # none.pt: no such file",
      })
  void aNameThatGivesNoModelSaysWhatToDo(String model, String expected) {
    String message = assertThrows(InputException.class, () -> read(model)).getMessage();
    assertTrue(message.startsWith(expected), message);
  }

  @Test
  @Tag("golden")
  void theNameOfAFetchedEnsembleIsReadFromTheCache() throws IOException {
    Path published = Reference.path("models/openspliceai-mane/80nt");
    Path place = Files.createDirectories(folder.resolve("openspliceai-mane/80nt"));
    for (int seed = 10; seed < 15; seed++) {
      String name = "model_80nt_rs" + seed + ".pt";
      Files.copy(published.resolve(name), place.resolve(name));
    }
    ScoringModels models = read("openspliceai-mane-80");
    assertEquals(5, models.files().members().size());
    assertEquals(80, models.files().flank());
    assertEquals(
        "model_80nt_rs12.pt", read("openspliceai-mane-80-rs12").files().members().get(0).name());
    Ended.of("models", "verify").requireDone();
  }

  /** By its name it has no path, and a calibration is not to be written over the model. */
  @Test
  @Tag("golden")
  void aFetchedModelIsCalibratedByItsName() throws IOException {
    String file = "model_80nt_rs12.pt";
    Path place = Files.createDirectories(folder.resolve("openspliceai-mane/80nt"));
    Files.copy(Reference.path("models/openspliceai-mane/80nt/" + file), place.resolve(file));
    Path done = Files.createDirectories(folder.resolve("done"));
    Files.copy(place.resolve(file), done.resolve("calibrated_model.pt"));
    String[] arguments = {"calibrate", "-m", "openspliceai-mane-80-rs12", "--data", "none", "-o"};
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = done.toString();
    Ended.of(all).requireInput("calibrated_model.pt: is there already");
  }

  @Test
  void aFileInTheCacheWithOtherWeightsThanPublishedIsRefused() throws IOException {
    Path place = Files.createDirectories(folder.resolve("openspliceai-mane/80nt"));
    Path file = Files.write(place.resolve("model_80nt_rs10.pt"), PtFiles.random(Flank.F80, 1));
    for (String path : List.of(file.toString(), place.toString())) {
      String message = assertThrows(InputException.class, () -> read(path)).getMessage();
      assertEquals(
          file
              + ": is not openspliceai-mane-80-rs10 any more; splicespark models fetch"
              + " openspliceai-mane-80-rs10",
          message);
    }
    Path mine = Files.write(folder.resolve("mine.pt"), PtFiles.random(Flank.F80, 1));
    assertEquals(1, read(mine.toString()).files().members().size());
  }

  @Test
  void aPublishedNetworkOfPangolinUnderTheNameOfAnotherIsRefused() throws IOException {
    byte[] content = PangolinFiles.random(1);
    String manifest =
        """
        {"families": [{"name": "f", "origin": "o", "page": "p",
          "licence": {"name": "L", "url": "u"}, "ensembles": [
            {"name": "e", "species": "human", "flank": 10000, "models": [
              {"name": "brain", "file": "final.1.4.3.v2", "sha256": "DIGEST"}]}]}]}
        """
            .replace("DIGEST", DigestUtils.sha256Hex(content));
    ModelManifest known =
        ManifestReader.parse("it.json", manifest.getBytes(StandardCharsets.UTF_8));
    ModelCache cache = new ModelCache(folder);
    Path heart = Files.write(folder.resolve("final.1.0.3.v2"), content);
    ModelSource read = CheckpointFiles.read(heart);
    String message =
        assertThrows(
                InputException.class,
                () -> PublishedModels.requirePublished(heart, read, known, cache))
            .getMessage();
    assertTrue(message.endsWith("call it final.1.4.3.v2 as published"), message);
    Path brain = Files.write(folder.resolve("final.3.4.3.v2"), content);
    PublishedModels.requirePublished(brain, CheckpointFiles.read(brain), known, cache);
  }

  @Test
  void whatIsThereUnderThePathWinsOverAName() {
    byte[] manifest =
        """
        {"families": [{"name": "f", "origin": "o", "page": "p", "licence": {"name": "L", "url": "u"}, "ensembles": [
          {"name": "pom.xml", "species": "human", "flank": 80, "models": [
            {"name": "none.xml", "file": "m.pt"}]}]}]}
        """
            .getBytes(StandardCharsets.UTF_8);
    ModelManifest known = ManifestReader.parse("it.json", manifest);
    Path found = PublishedModels.local("pom.xml", known, withoutSpark());
    assertEquals(Path.of("pom.xml"), found);
    String message =
        assertThrows(
                InputException.class,
                () -> PublishedModels.local("none.xml", known, withoutSpark()))
            .getMessage();
    assertTrue(message.startsWith("none.xml: is not fetched yet"), message);
  }
}
