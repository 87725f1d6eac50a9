package org.splicespark.spark.prediction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.error.OutputException;
import org.splicespark.model.ModelOpener;
import org.splicespark.model.ModelSource;
import org.splicespark.spark.Sessions;
import org.splicespark.testing.MotifModel;
import org.splicespark.testing.ShortFiles;

/** A run of predict in a JVM of its own, slow enough to be killed on the way. */
final class SlowPredictDriver {
  private SlowPredictDriver() {}

  /** The run of all JVMs. */
  static PredictRequest request(Path output, boolean resume) {
    PredictRequest made = Genomes.contigs(output, 1000, 8);
    var models =
        new ModelSource(
            List.of(new ModelSource.Member("motif", "slow-predict", new byte[0])), Genomes.FLANK);
    return Genomes.with(
        new PredictRequest(
            made.output(),
            made.inputs(),
            made.genome(),
            models,
            made.tiling(),
            made.files(),
            made.running()),
        false,
        resume);
  }

  /** Takes its time with every call, and leaves a note that it was called. */
  static ModelOpener slow(String note, int millis) {
    return (source, compute) -> {
      try {
        Files.writeString(Path.of(note), "called");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new StumblingModel(
          new MotifModel(Genomes.FLANK),
          () -> {
            LockSupport.parkNanos(1_000_000L * millis);
            return false;
          });
    };
  }

  public static void main(String[] args) throws IOException {
    var session = Sessions.start("slow", "local[2]", Map.of());
    JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
    boolean quick = args.length > 2;
    if (quick) {
      ShortFiles.limit(8, spark);
    }
    try {
      Genomes.run(spark, slow(args[1], quick ? 0 : 400), request(Path.of(args[0]), false));
    } catch (Exception e) {
      // Spark tells of a task's failure in pages, of which the command line shows this.
      System.out.println(
          e.toString()
              .lines()
              .filter(line -> line.contains(OutputException.class.getName()))
              .findFirst()
              .orElse(e.toString()));
      System.exit(1);
    }
  }
}
