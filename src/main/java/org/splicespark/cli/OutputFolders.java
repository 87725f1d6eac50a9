package org.splicespark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.splicespark.error.InputException;

/** What the folders on this machine's disk have in common that commands write to. */
final class OutputFolders {
  private OutputFolders() {}

  /**
   * @throws InputException if the path or a part of it is a file
   */
  static void requireNoFile(Path path) {
    for (Path part = path; part != null; part = part.getParent()) {
      if (Files.exists(part) && !Files.isDirectory(part)) {
        throw new InputException(part + ": is a file, not a folder; give another --output-dir");
      }
    }
  }

  /**
   * Makes the folder unless it is there.
   *
   * @throws InputException if it cannot be made
   */
  static void make(Path path) {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new InputException(path + ": cannot be made a folder; give another --output-dir", e);
    }
  }

  /** Deletes a file, or a folder with all that is in it; nothing is there afterwards either way. */
  static void delete(Path entry) throws IOException {
    if (!Files.exists(entry)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(entry)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.delete(each);
    }
  }
}
