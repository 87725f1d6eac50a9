package org.splicespark.cli.bench.scale;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.splicespark.error.InputException;
import org.splicespark.spark.watch.RunWatch;

/**
 * The whole command {@code variant} as a user runs it, in a process of its own, with Spark's {@code
 * local-cluster}: executors of one core, each a process too.
 *
 * @param arguments of {@code variant}, all but those of Spark
 * @param memoryMegabytes of each executor
 */
public record ClusterRun(List<String> arguments, Path folder, int memoryMegabytes) {
  private static final Pattern SCALA = Pattern.compile("spark-core_([0-9.]+)-");

  /** What the worker keeps beside an executor's heap for its own use. */
  private static final int BESIDE_HEAP = 400;

  /**
   * @param executors how many
   * @return the file with what it cost
   * @throws InputException if it failed; what it said stands on standard error
   */
  public Path run(int executors) throws IOException {
    Path costs = folder.resolve("costs-" + executors + ".tsv");
    Files.deleteIfExists(costs);
    Files.createDirectories(home().resolve("jars"));
    ProcessBuilder builder = new ProcessBuilder(command(executors, costs));
    builder.environment().put("SPARK_HOME", home().toString());
    builder.environment().put("SPARK_SCALA_VERSION", scala());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    if (ended(builder.start()) != 0 || !Files.exists(costs)) {
      throw new InputException("variant on " + executors + " executors failed; see above");
    }
    return costs;
  }

  private static int ended(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** An empty home is enough: Spark's jars are on the class path. */
  private Path home() {
    return folder.toAbsolutePath().resolve("spark-home");
  }

  private static String scala() {
    Matcher matcher = SCALA.matcher(System.getProperty("java.class.path"));
    if (!matcher.find()) {
      throw new InputException("Spark is not on the class path as a jar; run submit/splicespark");
    }
    return matcher.group(1);
  }

  private List<String> command(int executors, Path costs) {
    String classPath = absolute(System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", classPath, "org.splicespark.cli.Main", "variant"));
    command.addAll(arguments);
    int heap = memoryMegabytes - BESIDE_HEAP;
    command.add("--master=local-cluster[" + executors + ",1," + memoryMegabytes + "]");
    for (String setting :
        List.of(
            "spark.ui.enabled=false",
            "spark.driver.host=127.0.0.1",
            "spark.executor.memory=" + heap + "m",
            "spark.executor.extraClassPath=" + classPath,
            "spark.executor.extraJavaOptions=-Dai.djl.offline=true",
            "spark.worker.dir=" + folder.toAbsolutePath().resolve("workers"),
            "spark.cores.max=" + executors,
            "spark.scheduler.minRegisteredResourcesRatio=1.0",
            "spark.scheduler.maxRegisteredResourcesWaitingTime=120s",
            "spark.extraListeners=" + RunWatch.class.getName(),
            RunWatch.FILE + "=" + costs.toAbsolutePath())) {
      command.add("--conf=" + setting);
    }
    return command;
  }

  private static String absolute(String classPath) {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }
}
