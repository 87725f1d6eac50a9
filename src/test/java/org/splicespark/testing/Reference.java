package org.splicespark.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The reference data beside the project. A test that needs it is skipped where it is absent. */
public final class Reference {
  private static final Path ROOT = Path.of("..", "shared", "reference");

  private Reference() {}

  public static Path path(String name) {
    assumeTrue(Files.isDirectory(ROOT), "no reference data beside the project");
    return ROOT.resolve(name);
  }
}
