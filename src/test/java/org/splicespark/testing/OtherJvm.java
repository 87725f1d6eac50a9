package org.splicespark.testing;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A class's main method in a JVM of its own, with this one's class path. */
public final class OtherJvm {
  private OtherJvm() {}

  /**
   * Starts it.
   *
   * @param log where its output goes, both kinds
   */
  public static Process start(Class<?> main, Path log, List<String> arguments) throws IOException {
    return start(List.of(), main, log, arguments);
  }

  /**
   * The same, with a limit to the length of every file that it writes.
   *
   * @param kilobytes of 1,024 bytes
   */
  public static Process startWithShortFiles(
      int kilobytes, Class<?> main, Path log, List<String> arguments) throws IOException {
    // The log is written by another, without a limit.
    String limited = "set -o pipefail; (ulimit -f " + kilobytes + " && exec \"$@\") 2>&1 | cat";
    return start(List.of("bash", "-c", limited, "limited"), main, log, arguments);
  }

  private static Process start(List<String> before, Class<?> main, Path log, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(System.getProperty("java.home") + "/bin/java");
    // What Spark needs of the JVM, as this one has it.
    command.addAll(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> argument.startsWith("--add-"))
            .toList());
    command.addAll(List.of("-XX:-UsePerfData", "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .redirectInput(new File("/dev/null"))
        .start();
  }
}
