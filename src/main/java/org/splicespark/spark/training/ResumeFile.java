package org.splicespark.spark.training;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.splicespark.error.InputException;
import org.splicespark.io.WholeFile;

/** Where a training keeps its {@link ResumePoint}. */
record ResumeFile(Path path) {
  private static final int LONGEST = 200;

  /** Nothing but the classes of the point may come out of the file, whoever wrote it. */
  private static final String OURS =
      "org.splicespark.spark.training.*;org.splicespark.train.*;org.splicespark.model.*;"
          + "java.util.*;java.lang.*;!*";

  void write(ResumePoint point) throws IOException {
    try (WholeFile file = WholeFile.create(path)) {
      ObjectOutputStream objects = new ObjectOutputStream(file.stream());
      objects.writeObject(point);
      objects.flush();
      file.finish();
    }
  }

  boolean exists() {
    return Files.exists(path);
  }

  /**
   * @param basis that the training has now
   * @throws InputException if the file is not one of ours, or of a training on another basis
   */
  ResumePoint read(TrainingBasis basis) {
    ResumePoint point = read();
    List<String> different = basis.differences(point.basis());
    if (!different.isEmpty()) {
      throw new InputException(
          path
              + ": the training to resume differs in: "
              + String.join(", ", different)
              + basis.changedSince(point.basis()).map(file -> "; it had " + file).orElse(""));
    }
    return point;
  }

  /** Messages of Java's quote the file. */
  private static String shown(Exception e) {
    String message = ("" + e.getMessage()).replaceAll("[^\\p{Print}]+", "?");
    return message.substring(0, Math.min(message.length(), LONGEST));
  }

  ResumePoint read() {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path));
        ObjectInputStream objects = new ObjectInputStream(bytes)) {
      // An array that the file cannot hold is refused before memory is set aside for it.
      objects.setObjectInputFilter(
          ObjectInputFilter.Config.createFilter("maxarray=" + Files.size(path) + ";" + OURS));
      return (ResumePoint) objects.readObject();
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      throw new InputException(path + ": no training can be resumed from it: " + shown(e), e);
    }
  }
}
