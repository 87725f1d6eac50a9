package org.splicespark.spark.training;

import java.io.IOException;
import java.io.PrintStream;
import org.apache.spark.api.java.JavaSparkContext;

/** Stands here until the job that trains does. */
public final class TrainJob {
  /**
   * @param progress where lines for a person go
   */
  public TrainJob(JavaSparkContext context, PrintStream progress) {}

  public TrainReport run(TrainRequest request) throws IOException {
    throw new UnsupportedOperationException("not yet written");
  }
}
