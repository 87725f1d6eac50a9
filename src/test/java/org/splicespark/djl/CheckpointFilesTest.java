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
