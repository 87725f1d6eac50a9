package org.splicespark.testing;

import com.github.luben.zstd.util.Native;
import java.io.IOException;
import org.apache.spark.api.java.JavaSparkContext;

/** Makes of this JVM one whose files may not grow any more, as on a disk that is full. */
public final class ShortFiles {
  private ShortFiles() {}

  /**
   * From now on.
   *
   * @param kilobytes that a file may have, of 1,024 bytes
   */
  public static void limit(int kilobytes, JavaSparkContext spark) {
    // What is unpacked to the disk once must be there; and the log is a file as well.
    Native.load();
    spark.setLogLevel("OFF");
    String self = "" + ProcessHandle.current().pid();
    String size = "--fsize=" + 1024L * kilobytes;
    try {
      int code = new ProcessBuilder("prlimit", size, "--pid", self).inheritIO().start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("prlimit ended with " + code);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
