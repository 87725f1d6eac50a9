package org.splicespark.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.splicespark.error.InputException;
import org.splicespark.spark.Sessions;
import org.splicespark.spark.SmallFiles;
import org.splicespark.spark.Staging;

/**
 * Spark, started when first needed: a run whose local inputs are wrong says so at once, without it.
 * Stops what it started.
 */
final class Workplace implements AutoCloseable {
  private final Supplier<SparkSession> start;
  private SparkSession session;
  private boolean own;

  Workplace(Supplier<SparkSession> start) {
    this.start = start;
  }

  SparkSession spark() {
    if (session == null) {
      own = !Sessions.exists();
      session = start.get();
    }
    return session;
  }

  /**
   * A file or folder on the local disk, brought there if it is elsewhere.
   *
   * @throws InputException if it is nowhere, or cannot be brought
   */
  Path local(String name) {
    if (!name.contains(":/")) {
      Path path = Path.of(name);
      if (Files.exists(path)) {
        return path;
      }
      if (!isSubmitted()) {
        throw new InputException(name + ": no such file");
      }
    }
    try {
      return Staging.of(spark().sparkContext().hadoopConfiguration()).local(name);
    } catch (UncheckedIOException e) {
      throw new InputException(e.getCause().getMessage(), e);
    }
  }

  /**
   * Looks for the VCF before anything is read: a mistyped name is told at once.
   *
   * @throws InputException if it is a local name, and there is no such file
   */
  void requireThere(String name) {
    boolean elsewhere = name.contains(":/") || isSubmitted();
    if (name.equals("-") || elsewhere || Files.isRegularFile(Path.of(name))) {
      return;
    }
    throw new InputException(
        name + (Files.exists(Path.of(name)) ? ": is not a regular file" : ": no such file"));
  }

  /** Whether spark-submit started us, which may have brought files along. */
  static boolean isSubmitted() {
    return System.getProperty("spark.submit.deployMode") != null;
  }

  void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String name, byte[] bytes) throws IOException {
    SmallFiles.write(spark().sparkContext().hadoopConfiguration(), name, bytes);
  }

  @Override
  public void close() {
    if (session != null && own) {
      session.stop();
    }
  }
}
