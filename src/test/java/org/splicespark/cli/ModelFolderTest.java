package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;

class ModelFolderTest {
  @TempDir Path folder;

  @BeforeEach
  void leaveATraining() throws IOException {
    for (String name :
        "models/model_0.pt LOG/TEST/x.txt metrics.tsv notes.tsv thesis/one.doc".split(" ")) {
      Files.createDirectories(folder.resolve("old/" + name).getParent());
      Files.writeString(folder.resolve("old/" + name), "");
    }
  }

  private ModelFolder old(boolean resume, boolean overwrite) {
    return new ModelFolder(folder.resolve("old"), resume, overwrite);
  }

  private Set<String> left() throws IOException {
    Set<String> names = new TreeSet<>();
    try (var all = Files.list(folder.resolve("old"))) {
      all.forEach(entry -> names.add(entry.getFileName().toString()));
    }
    return names;
  }

  @Test
  void modelsAreOnlyReplacedOrGoneOnWithIfAsked() throws IOException {
    assertThrows(InputException.class, old(false, false)::requireFree);
    old(true, false).requireFree();
    old(false, true).requireFree();
    Files.delete(folder.resolve("old/models/model_0.pt"));
    old(false, false).requireFree();
  }

  @Test
  void aTrainingThatWasCutOffBeforeItsFirstModelIsNotReplacedUnasked() throws IOException {
    Files.delete(folder.resolve("old/models/model_0.pt"));
    Files.writeString(folder.resolve("old/training.resume"), "");
    assertThrows(InputException.class, old(false, false)::requireFree);
    assertTrue(old(true, false).resumedWherePossible().resume());
    Files.delete(folder.resolve("old/training.resume"));
    assertFalse(old(true, false).resumedWherePossible().resume());
  }

  @Test
  void aNewTrainingFindsNothingOfTheOldAndWhatIsSomebodysStays() throws IOException {
    old(false, true).begin();
    assertEquals(Set.of("notes.tsv", "thesis"), left());
  }

  @Test
  void aResumedTrainingFindsEverything() throws IOException {
    old(true, false).begin();
    assertEquals(Set.of("models", "LOG", "metrics.tsv", "notes.tsv", "thesis"), left());
    assertTrue(Files.exists(folder.resolve("old/models/model_0.pt")));
  }

  @Test
  void aFolderThatIsNotThereIsMade() throws IOException {
    new ModelFolder(folder.resolve("a/b"), true, false).begin();
    assertTrue(Files.isDirectory(folder.resolve("a/b")));
  }
}
