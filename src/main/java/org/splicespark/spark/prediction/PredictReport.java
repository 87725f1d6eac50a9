package org.splicespark.spark.prediction;

import java.util.List;
import org.splicespark.spark.Pace;

/**
 * What a run did.
 *
 * @param bases that were asked about, each strand for itself
 * @param tasks that the tiles were dealt to
 * @param resumed how many of them an earlier run had finished
 * @param seconds of scoring and joining
 * @param pace bases by the seconds of the job that scores; empty if it had nothing to do
 */
public record PredictReport(
    List<Written> files,
    long bases,
    int tasks,
    int resumed,
    double seconds,
    List<Pace.Sample> pace) {
  static final String INDEX = ".tbi";

  /**
   * A file that is there.
   *
   * @param name in the output folder
   * @param rows of a bigWig, bases with a score
   * @param indexed whether its tabix index is beside it
   */
  public record Written(String name, long rows, boolean indexed) {
    List<String> names() {
      return indexed ? List.of(name, name + INDEX) : List.of(name);
    }
  }
}
