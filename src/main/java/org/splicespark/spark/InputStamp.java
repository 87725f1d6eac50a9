package org.splicespark.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** An input file as a resumed run must find it again: its name, length and time of change. */
public record InputStamp(HadoopFiles files) {

  /** The name alone if no file of that name is there: standard input, or a file sent by Spark. */
  public String of(String name) throws IOException {
    if (name.equals("-")) {
      return name;
    }
    // The file that is read, where one of that name is on a mount and another in the cluster's.
    Optional<Path> here = new Staging(files).here(name);
    if (here.isPresent()) {
      Path file = here.get();
      return text(name, Files.size(file), Files.getLastModifiedTime(file).toMillis());
    }
    if (!files.exists(name)) {
      return name;
    }
    var status = files.status(name);
    return text(name, status.getLen(), status.getModificationTime());
  }

  private static String text(String name, long bytes, long changed) {
    return name + " of " + bytes + " bytes, changed " + changed;
  }
}
