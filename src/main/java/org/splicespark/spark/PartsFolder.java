package org.splicespark.spark;

import java.io.IOException;
import org.apache.commons.codec.digest.DigestUtils;
import org.splicespark.error.InputException;

/** Where a run keeps its parts: beside the output, or where the user says. */
final class PartsFolder {
  private static final int DIGITS = 16;

  private PartsFolder() {}

  /**
   * @param local whether one JVM does all the work, so that its own disk will do
   */
  static String of(VariantRequest request, HadoopFiles files, boolean local) throws IOException {
    OutputName output = OutputName.of(request.output());
    boolean stdout = output.form() == OutputName.Form.STDOUT;
    String work = request.running().workFolder();
    if (!work.isEmpty()) {
      // A folder of our own in the user's: runs side by side, and other files, are left alone.
      String named = files.qualified(stdout ? request.input() : output.name());
      String kind = stdout ? "stdout-" : "parts-";
      return work + "/.splicespark-" + kind + DigestUtils.sha256Hex(named).substring(0, DIGITS);
    }
    if (!stdout) {
      return output.neighbour(".parts");
    }
    if (!local) {
      throw new InputException(
          "standard output on a cluster needs --work-dir, a folder that all executors reach");
    }
    return System.getProperty("java.io.tmpdir") + "/splicespark-" + ProcessHandle.current().pid();
  }
}
