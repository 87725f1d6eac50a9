package org.splicespark.spark.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.spark.Sessions;
import org.splicespark.testing.OtherJvm;
import org.splicespark.testing.ShortFiles;

/** A training in a JVM of its own, slow enough to be killed on the way. */
final class SlowTrainDriver {
  /** A step's; after the first round there are two seconds of steps. */
  private static final int MILLIS = 150;

  private SlowTrainDriver() {}

  static Process start(Trainings trainings, String name, Path note, Path log) throws IOException {
    return OtherJvm.start(
        SlowTrainDriver.class,
        log,
        List.of(trainings.folder().toString(), trainings.data().toString(), name, note.toString()));
  }

  /** The same where no file may have more than 64 kB, and checkpoints have 100 kB. */
  static Process startOnAFullDisk(Trainings trainings, String name, Path log) throws IOException {
    return OtherJvm.start(
        SlowTrainDriver.class,
        log,
        List.of(trainings.folder().toString(), trainings.data().toString(), name));
  }

  public static void main(String[] args) throws IOException {
    Trainings trainings = new Trainings(Path.of(args[0]), Path.of(args[1]));
    boolean quick = args.length < 4;
    TrainRequest request =
        trainings.request(
            args[2],
            TrainChaosTest.TWO_WORKERS,
            quick ? PlainLearner::open : StumblingLearner.slow(args[3], MILLIS),
            false);
    var session = Sessions.start("slow", "local[2]", Map.of());
    JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
    if (quick) {
      ShortFiles.limit(64, spark);
    }
    try {
      trainings.run(spark, quick ? withLargeModels(request) : request);
    } catch (Exception e) {
      System.out.println(e);
      System.exit(1);
    }
  }

  private static TrainRequest withLargeModels(TrainRequest r) {
    return new TrainRequest(
        r.train(),
        r.validation(),
        r.test(),
        r.parameters(),
        r.first(),
        r.compute(),
        r.opener(),
        (target, state, flank) -> target.write(new byte[100_000]),
        r.folder(),
        r.title(),
        r.peerLogs(),
        r.resume());
  }
}
