package org.splicespark.spark.shards;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.spark.Sessions;
import org.splicespark.testing.OtherJvm;

/** A run of create-data in a JVM of its own, slow enough to be killed on the way. */
final class SlowDataDriver {
  /** A gene's; all 240 genes take two cores more than two seconds. */
  private static final int MILLIS = 20;

  private SlowDataDriver() {}

  static Process start(Path output, Path note, Path log) throws IOException {
    return OtherJvm.start(SlowDataDriver.class, log, List.of(output.toString(), note.toString()));
  }

  public static void main(String[] args) throws IOException {
    var session = Sessions.start("slow", "local[2]", Map.of());
    PrintStream quiet = new PrintStream(OutputStream.nullOutputStream());
    new CreateDataJob(new JavaSparkContext(session.sparkContext()), quiet)
        .run(MadeUpGenes.request(args[0], SlowGenome.opener(args[1], MILLIS), 4));
  }
}
