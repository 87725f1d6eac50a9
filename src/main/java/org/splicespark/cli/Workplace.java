package org.splicespark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.splicespark.error.InputException;
import org.splicespark.spark.SmallFiles;
import org.splicespark.spark.Staging;

/**
 * Spark, started when first needed: a run whose local inputs are wrong says so at once, without it.
 * Stops what it started.
 */
final class Workplace implements AutoCloseable {
  private final Supplier<SparkSession> start;
  private SparkSession session;

  Workplace(Supplier<SparkSession> start) {
    this.start = start;
  }

  SparkSession spark() {
    if (session == null) {
      session = start.get();
    }
    return session;
  }

  /**
   * A file or folder on the local disk, brought there if it is elsewhere.
   *
   * @throws InputException if it is nowhere
   */
  Path local(String name) {
    if (!name.contains(":/")) {
      Path path = Path.of(name);
      if (Files.exists(path)) {
        return path;
      }
      boolean submitted = System.getProperty("spark.submit.deployMode") != null;
      if (!submitted) {
        throw new InputException(name + ": no such file");
      }
    }
    return Staging.of(spark().sparkContext().hadoopConfiguration()).local(name);
  }

  void write(String name, String text) throws IOException {
    SmallFiles.write(spark().sparkContext().hadoopConfiguration(), name, text);
  }

  @Override
  public void close() {
    if (session != null) {
      session.stop();
    }
  }
}
