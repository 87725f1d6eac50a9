package org.splicespark.io.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;

class ModelCacheTest {
  private static final PublishedFile A = new PublishedFile("e-1", 1, "80nt/a.pt", 3L, null, null);
  private static final PublishedFile B = new PublishedFile("e-2", 2, "80nt/b.pt", null, null, null);
  private static final PublishedEnsemble ENSEMBLE =
      new PublishedEnsemble("e", "human", 80, List.of(A, B));
  private static final PublishedFamily FAMILY =
      new PublishedFamily("f", "o", "p", new Licence("L", "u", null), List.of(ENSEMBLE));
  private static final NamedModels NAMED = NamedModels.of(FAMILY, ENSEMBLE);

  private static final Predicate<String> MODEL = name -> name.endsWith(".pt");

  @TempDir Path folder;

  private ModelCache cache() {
    return new ModelCache(folder);
  }

  private void write(String name, String text) throws IOException {
    Path path = folder.resolve("f/80nt").resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String refused(NamedModels named) {
    return assertThrows(InputException.class, () -> cache().complete(named, MODEL)).getMessage();
  }

  @Test
  void theFolderIsTheVariablesElseTheUsersCache() {
    Path home = Path.of("/home/me");
    assertEquals(
        Path.of("/home/me/.cache/splicespark/models"), ModelCache.of(Map.of(), home).folder());
    Map<String, String> xdg = Map.of("XDG_CACHE_HOME", "/big");
    assertEquals(Path.of("/big/splicespark/models"), ModelCache.of(xdg, home).folder());
    Map<String, String> relative = Map.of("XDG_CACHE_HOME", "big");
    assertEquals(
        Path.of("/home/me/.cache/splicespark/models"), ModelCache.of(relative, home).folder());
    Map<String, String> own = Map.of("XDG_CACHE_HOME", "/big", "SPLICESPARK_MODELS", "mine");
    assertEquals(Path.of("mine"), ModelCache.of(own, home).folder());
  }

  @Test
  void whatIsNotAllHereSaysWhichCommandFetchesIt() throws IOException {
    assertEquals("e: is not fetched yet; splicespark models fetch e", refused(NAMED));
    write("a.pt", "abc");
    assertEquals("e: 1 of its 2 files are fetched; splicespark models fetch e", refused(NAMED));
  }

  @Test
  void anEnsembleIsItsFolderAndAMemberItsFile() throws IOException {
    write("a.pt", "abc");
    write("b.pt", "abcd");
    write(".b.pt.part", "hidden");
    write("LICENSE", "none of weights");
    assertEquals(folder.resolve("f/80nt"), cache().complete(NAMED, MODEL));
    assertEquals(
        folder.resolve("f/80nt/a.pt"),
        cache().complete(NamedModels.of(FAMILY, ENSEMBLE, A), MODEL));
  }

  @Test
  void aFolderThatCannotBeListedIsSaidInOneLine() throws IOException {
    write("a.pt", "abc");
    write("b.pt", "abcd");
    Path place = folder.resolve("f/80nt");
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("-wx------"));
    try {
      assumeFalse(Files.isReadable(place), "to some users everything is readable");
      assertEquals(place + ": cannot be read", refused(NAMED));
    } finally {
      Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aFileOfAnotherLengthOrOneTooManyIsNotTakenForAModel() throws IOException {
    write("a.pt", "ab");
    write("b.pt", "abcd");
    assertTrue(refused(NAMED).endsWith("a.pt: is not e-1 any more; splicespark models fetch e-1"));
    write("a.pt", "abc");
    write("c.pt", "abc");
    assertTrue(refused(NAMED).endsWith("c.pt: is no part of e; move it away"), refused(NAMED));
  }
}
