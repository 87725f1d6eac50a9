package org.splicespark.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The reference data beside the project. A test that needs it is skipped where it is absent. */
public final class Reference {
  private static final Path ROOT = Path.of("..", "shared", "reference");

  private Reference() {}

  public static Path path(String name) {
    assumeTrue(Files.isDirectory(ROOT), "no reference data beside the project");
    return ROOT.resolve(name);
  }

  /**
   * The human test genome, copied: what is indexed beside it does not end up among the reference
   * data.
   */
  public static Path genomeIn(Path folder) throws IOException {
    return Files.copy(
        path("human/genome.fa"), folder.resolve("genome.fa"), StandardCopyOption.REPLACE_EXISTING);
  }
}
