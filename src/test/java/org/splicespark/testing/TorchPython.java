package org.splicespark.testing;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A Python with PyTorch, to compare with. */
public final class TorchPython {
  private static final String LOOK =
      "import importlib.util as u; exit(u.find_spec('torch') is None)";

  private TorchPython() {}

  /** Its command. Skips the test where there is none. */
  public static String orSkipped() throws InterruptedException {
    for (String candidate : List.of("python3", "/usr/bin/python3")) {
      if (succeeds(List.of(candidate, "-c", LOOK))) {
        return candidate;
      }
    }
    return Assumptions.abort("no Python with PyTorch");
  }

  /** Runs a command line, its output thrown away. */
  public static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
