package org.splicespark.spark;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;

/** Writes a run's small companions (summary, manifest) wherever its output is. */
public final class SmallFiles {
  private SmallFiles() {}

  /** Writes the file under a temporary name, then replaces what was there. */
  public static void write(Configuration configuration, String name, byte[] bytes)
      throws IOException {
    HadoopFiles files = new HadoopFiles(configuration);
    String temporary = name + ".tmp";
    try (OutputStream out = files.create(temporary)) {
      out.write(bytes);
    }
    files.rename(temporary, name);
  }
}
