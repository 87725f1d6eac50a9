package org.splicespark.spark;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.splicespark.error.InputException;

/** Writes a run's small companions (summary, manifest) wherever its output is. */
public final class SmallFiles {
  private SmallFiles() {}

  /** Writes the file under a temporary name, then replaces what was there. */
  public static void write(Configuration configuration, String name, byte[] bytes)
      throws IOException {
    HadoopFiles files = new HadoopFiles(configuration);
    String temporary = name + ".tmp";
    try (OutputStream out = files.system(name).create(HadoopFiles.path(temporary), true)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new InputException(name + ": cannot be written: " + e.getMessage(), e);
    }
    files.rename(temporary, name);
  }
}
