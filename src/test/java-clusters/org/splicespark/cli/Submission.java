package org.splicespark.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The scripts of {@code submit/}, as a user starts them, with a Spark distribution made of Maven's
 * jars.
 *
 * @param folder for the distribution and for logs
 * @param environment beside this process's own
 */
record Submission(Path folder, Map<String, String> environment) {

  /** Builds the jar for clusters if it is not there, and the distribution, with YARN's client. */
  static Submission prepared(Path folder, Map<String, String> more) throws Exception {
    Path home = folder.resolve("spark");
    Map<String, String> environment = new TreeMap<>(more);
    environment.put("SPARK_HOME", home.toString());
    environment.put("SPARK_SCALA_VERSION", "any");
    environment.put("SPLICESPARK_BUILD", "target");
    Submission submission = new Submission(folder, environment);
    submission.run("submit/cluster", "--jar").requireDone();
    submission.run("src/test/sh/spark-home", home.toString()).requireDone();
    for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (jar.contains("/spark-yarn_")) {
        Files.createSymbolicLink(home.resolve("jars").resolve(Path.of(jar).getFileName()), Path.of(jar));
      }
    }
    return submission;
  }

  /** Runs a script to its end; its output is one text. */
  Ended run(String... command) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "run", ".log");
    List<String> line = new ArrayList<>(List.of("bash"));
    line.addAll(Arrays.asList(command));
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    return new Ended(code, "", Files.readString(log));
  }
}
