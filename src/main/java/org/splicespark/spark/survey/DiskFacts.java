package org.splicespark.spark.survey;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder on a JVM's own disk in which a run keeps temporary files.
 *
 * @param free bytes; 0 where the folder cannot be written
 */
public record DiskFacts(String folder, long free) implements Serializable {

  static DiskFacts of(String folder) {
    Path path = Path.of(folder).toAbsolutePath();
    while (!Files.exists(path) && path.getParent() != null) {
      path = path.getParent();
    }
    try {
      return new DiskFacts(
          folder, Files.isWritable(path) ? Files.getFileStore(path).getUsableSpace() : 0);
    } catch (IOException e) {
      return new DiskFacts(folder, 0);
    }
  }
}
