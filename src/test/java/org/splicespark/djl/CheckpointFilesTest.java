package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.error.InputException;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource;
import org.splicespark.model.ModelSource.Member;
import org.splicespark.model.NetworkWeights;
import org.splicespark.model.WeightFormat;
import org.splicespark.testing.PangolinFiles;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.Reference;

class CheckpointFilesTest {
  @TempDir Path folder;

  private Path written(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static String refusal(Path path) {
    return assertThrows(InputException.class, () -> CheckpointFiles.read(path)).getMessage();
  }

  @Test
  void aFileIsAnEnsembleOfOneWhateverItsName() throws IOException {
    ModelSource source = CheckpointFiles.read(written("weights", PtFiles.random(Flank.F80, 1)));
    assertEquals(80, source.flank());
    assertEquals(List.of("weights"), source.members().stream().map(Member::name).toList());
  }

  @Test
  void aDirectoryIsAnEnsembleSortedByName() throws IOException {
    written("b.pt", PtFiles.random(Flank.F80, 2));
    written("c.pth", PtFiles.random(Flank.F80, 3));
    written("a.pt", PtFiles.random(Flank.F80, 1));
    written("notes.txt", new byte[1]);
    Files.createDirectory(folder.resolve("old.pt"));
    ModelSource source = CheckpointFiles.read(folder);
    assertEquals(
        List.of("a.pt", "b.pt", "c.pth"), source.members().stream().map(Member::name).toList());
    assertEquals(3, source.members().stream().map(Member::sha256).distinct().count());
  }

  /** One that must not be asked to read. */
  private record Elsewhere(String ending) implements WeightFormat {
    @Override
    public boolean covers(String name) {
      return name.endsWith(ending);
    }

    @Override
    public boolean covers(Path file) {
      return covers(file.getFileName().toString()) || file.endsWith("data");
    }

    @Override
    public List<NetworkWeights> read(Path file) {
      throw new InputException(file + ": read as " + ending);
    }
  }

  @Test
  void besideCheckpointsFilesOfOtherFormatsAreNoMembers() throws IOException {
    written("model_best.pt", PtFiles.random(Flank.F80, 1));
    written(".model_best.pt", new byte[1]);
    written("dataset_test.h5", new byte[1]);
    written("data", new byte[1]);
    List<WeightFormat> formats = List.of(new Elsewhere(".h5"), new Elsewhere(".pb"));
    ModelSource source = CheckpointFiles.read(folder, formats);
    assertEquals(List.of("model_best.pt"), source.members().stream().map(Member::name).toList());
    Files.delete(folder.resolve("model_best.pt"));
    written("a.pb", new byte[1]);
    String message =
        assertThrows(InputException.class, () -> CheckpointFiles.read(folder, formats))
            .getMessage();
    assertTrue(message.endsWith("dataset_test.h5: read as .h5"), message);
  }

  @Test
  void whatIsNoRegularFileIsNotOpened() {
    assertTrue(refusal(Path.of("/dev/null")).startsWith("/dev/null: is no regular file"));
  }

  @Test
  void twoVersionsOfPangolinAreNoReplicates() throws IOException {
    written("final.1.0.3", PangolinFiles.random(1));
    written("final.2.0.3.v2", PangolinFiles.random(2));
    String message = refusal(folder);
    assertTrue(
        message.endsWith("one version, but final.1.0.3 has v1 and final.2.0.3.v2 has v2"), message);
  }

  @Test
  void aMixOfFlanksNamesTwoOfTheFiles() throws IOException {
    written("a.pt", PtFiles.random(Flank.F80, 1));
    written("b.pt", PtFiles.random(Flank.F400, 1));
    String message = refusal(folder);
    assertTrue(message.contains("a.pt has 80 and b.pt has 400"), message);
  }

  @Test
  void anEmptyDirectoryAndAMissingPathAreNamed() {
    assertTrue(refusal(folder).startsWith(folder.toString()));
    Path missing = folder.resolve("missing.pt");
    assertTrue(refusal(missing).startsWith(missing.toString()));
  }

  @Test
  void aBadMemberIsFoundAndNamed() throws IOException {
    written("a.pt", PtFiles.random(Flank.F80, 1));
    Path bad = written("b.pt", new byte[] {'P', 'K', 3, 4, 0});
    assertTrue(refusal(folder).startsWith(bad + ": is truncated"), refusal(folder));
  }

  @Test
  void theDigestIsThatOfTheFile() throws IOException {
    byte[] content = PtFiles.random(Flank.F80, 1);
    Member member = CheckpointFiles.read(written("a.pt", content)).members().get(0);
    assertEquals(64, member.sha256().length());
    assertEquals(content.length, member.content().length);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 400, 2000, 10000})
  @Tag("golden")
  void thePublishedModelsAreRead(int flank) {
    Path published = Reference.path("models/openspliceai-mane/" + flank + "nt");
    ModelSource source = CheckpointFiles.read(published);
    assertEquals(flank, source.flank());
    assertEquals(5, source.members().size());
  }
}
