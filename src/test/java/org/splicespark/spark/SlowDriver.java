package org.splicespark.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.model.ModelSource;

/** A run of variant in a JVM of its own, slow enough to be killed on the way. */
final class SlowDriver {
  /** The models of both JVMs. */
  static final ModelSource SOURCE =
      new ModelSource(
          List.of(new ModelSource.Member("motif", "slow-driver", new byte[0])), Openers.FLANK);

  private static final int MILLIS = 60;

  private SlowDriver() {}

  /** The run of both JVMs. */
  static Bench.Run run(Bench bench, String output) {
    bench.source = SOURCE;
    return bench.run("in.vcf", output).partitions(8).batchSize(4);
  }

  public static void main(String[] args) throws IOException {
    Bench bench = Bench.in(Path.of(args[0]));
    bench.opener = Openers.slow(args[0] + "/in.note", args.length > 2 ? 0 : MILLIS);
    var session = Sessions.start("slow", "local[2]", Map.of());
    try {
      run(bench, args[1]).go(new JavaSparkContext(session.sparkContext()));
    } catch (Exception e) {
      System.out.println(bench.messages);
      System.out.println(e);
      System.exit(1);
    }
  }
}
