package org.splicespark.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** An input file as a resumed run must find it again: its name, length and time of change. */
public record InputStamp(HadoopFiles files) {

  /**
   * A file that Spark sent is a new copy each time: its bytes are stamped. The name alone stands
   * for standard input, and for what is nowhere.
   */
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
      return sent(name);
    }
    var status = files.status(name);
    return text(name, status.getLen(), status.getModificationTime());
  }

  private static String sent(String name) throws IOException {
    Optional<Path> copy = Staging.sent(name);
    return copy.isEmpty()
        ? name
        : name
            + ", SHA-256 "
            + new DigestUtils(DigestUtils.getSha256Digest()).digestAsHex(copy.get());
  }

  private static String text(String name, long bytes, long changed) {
    return name + " of " + bytes + " bytes, changed " + changed;
  }
}
