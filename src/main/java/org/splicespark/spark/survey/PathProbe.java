package org.splicespark.spark.survey;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.splicespark.error.InputException;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.survey.PathFacts.Kind;

/** Looks at files by doing with them what a run would: reading, or making one and deleting it. */
record PathProbe(HadoopFiles files) {
  private static final String OURS = ".splicespark-doctor-";
  private static final long UNKNOWN = -1;

  PathFacts look(String name) {
    try {
      FileSystem system = files.system(name);
      Path path = HadoopFiles.path(name);
      if (!system.exists(path)) {
        return writable(name, Kind.NOTHING, false, system, nearestFolder(system, path));
      }
      if (system.getFileStatus(path).isDirectory()) {
        system.listStatus(path);
        return writable(name, Kind.FOLDER, true, system, path);
      }
      try (var in = system.open(path)) {
        in.read();
      }
      return new PathFacts(name, Kind.FILE, true, false, free(system, path), "");
    } catch (IOException | RuntimeException e) {
      return new PathFacts(name, Kind.UNKNOWN, false, false, UNKNOWN, told(e));
    }
  }

  private static PathFacts writable(
      String name, Kind kind, boolean readable, FileSystem system, Path folder) throws IOException {
    long free = free(system, folder);
    Path file = new Path(folder, OURS + UUID.randomUUID());
    try {
      try (OutputStream out = system.create(file, false)) {
        out.write('\n');
      }
      system.delete(file, false);
      return new PathFacts(name, kind, readable, true, free, "");
    } catch (IOException | RuntimeException e) {
      return new PathFacts(name, kind, readable, false, free, told(e));
    }
  }

  /** Folders that an output's name has and that are not there are made by the run. */
  private static Path nearestFolder(FileSystem system, Path path) throws IOException {
    Path folder = system.makeQualified(path).getParent();
    while (folder.getParent() != null && !system.exists(folder)) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static long free(FileSystem system, Path path) {
    try {
      long free = system.getStatus(path).getRemaining();
      return free == Long.MAX_VALUE ? UNKNOWN : free;
    } catch (IOException | RuntimeException e) {
      return UNKNOWN;
    }
  }

  /** The failure's own words, or its name where it has none: a line. */
  static String told(Throwable failure) {
    String message = failure.getMessage();
    if (failure instanceof InputException) {
      return message;
    }
    String words = message == null || message.isBlank() ? "" : ": " + message.strip();
    return (failure.getClass().getSimpleName() + words).replaceAll("\\s*\\R\\s*", "; ");
  }
}
