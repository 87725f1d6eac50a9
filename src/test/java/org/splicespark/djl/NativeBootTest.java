package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.pytorch.jni.JniUtils;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
class NativeBootTest {

  /** A program that starts the library and says how it went. */
  static final class Start {
    public static void main(String[] args) {
      for (int attempt = 0; attempt < 2; attempt++) {
        try {
          NativeBoot.start(1);
          System.out.println("started");
        } catch (IllegalStateException e) {
          System.out.println(e.getMessage());
        }
      }
    }
  }

  @Test
  void startingAgainIsNothingNew() {
    NativeBoot.start(1);
    NativeBoot.start(1);
    assertEquals("true", System.getProperty("ai.djl.offline"));
    assertThrows(IllegalArgumentException.class, () -> NativeBoot.start(0));
  }

  @Test
  void aThreadThatComesLaterHasOneThreadToComputeWith() {
    NativeBoot.start(1);
    assertEquals(1, CompletableFuture.supplyAsync(JniUtils::getNumThreads).join());
  }

  @Test
  void aFolderWithoutALibraryIsToldInOneSentenceAndAgain(@TempDir Path empty) throws Exception {
    assertTrue(failure(empty).contains("there is no libtorch.so in " + empty), failure(empty));
  }

  @Test
  void aLibraryThatCannotBeLoadedIsToldInOneSentenceAndAgain(@TempDir Path broken)
      throws Exception {
    Files.createFile(broken.resolve("libtorch.so"));
    assertTrue(failure(broken).contains("must hold libtorch.so 2.7.1"), failure(broken));
  }

  /** What a JVM of its own says, twice the same, when it is to load the library from here. */
  private static String failure(Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-DPYTORCH_LIBRARY_PATH=" + folder,
                "-DDJL_CACHE_DIR=" + folder,
                Start.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    byte[] output = process.getInputStream().readAllBytes();
    String[] lines = new String(output, StandardCharsets.UTF_8).split("\n");
    assertEquals(0, process.waitFor());
    assertEquals(2, lines.length, String.join("\n", lines));
    assertEquals(lines[0], lines[1]);
    return lines[0];
  }
}
