package org.splicespark.spark.prediction;

import java.util.List;

/**
 * What a run did.
 *
 * @param bases that were asked about, each strand for itself
 * @param tasks that the tiles were dealt to
 * @param seconds of scoring and joining
 */
public record PredictReport(List<Written> files, long bases, int tasks, double seconds) {

  /**
   * A file that is there.
   *
   * @param name in the output folder
   * @param indexed whether its tabix index is beside it
   */
  public record Written(String name, long rows, long bytes, boolean indexed) {}
}
