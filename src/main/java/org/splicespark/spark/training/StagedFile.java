package org.splicespark.spark.training;

import java.nio.file.Path;
import org.splicespark.spark.ExecutorResources;
import org.splicespark.spark.HadoopFiles;
import org.splicespark.spark.Staging;

/** A file that was brought to an executor's disk, once for all that read it there. */
record StagedFile(Path path) implements AutoCloseable {
  private record Key(String name) {}

  static Path of(String name, HadoopFiles files) {
    return ExecutorResources.get(
            new Key(name), StagedFile.class, () -> new StagedFile(new Staging(files).local(name)))
        .path();
  }

  /** Copies go with Spark's folder. */
  @Override
  public void close() {}
}
