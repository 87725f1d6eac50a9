package org.splicespark.spark.survey;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder on a JVM's own disk that a run writes to.
 *
 * @param free bytes; 0 where the folder cannot be written
 */
public record DiskFacts(String folder, long free, Use use) implements Serializable {

  /** What is kept there. */
  public enum Use {
    TEMPORARY,
    /** The native library, unpacked; where that was done before, no more room is needed. */
    NATIVES
  }

  static DiskFacts of(String folder, Use use) {
    Path path = Path.of(folder).toAbsolutePath();
    while (!Files.exists(path) && path.getParent() != null) {
      path = path.getParent();
    }
    try {
      return new DiskFacts(
          folder, Files.isWritable(path) ? Files.getFileStore(path).getUsableSpace() : 0, use);
    } catch (IOException e) {
      return new DiskFacts(folder, 0, use);
    }
  }
}
