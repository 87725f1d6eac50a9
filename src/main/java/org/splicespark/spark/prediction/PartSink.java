package org.splicespark.spark.prediction;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.splicespark.predict.StrandScores;

/** Takes a task's part of one file of the output. */
public interface PartSink extends Closeable {

  /**
   * Writes what the file says about a tile; tiles come in order.
   *
   * @param scores of all strands and genes of the tile
   */
  void write(List<StrandScores> scores) throws IOException;

  /** What was written, once it is closed. */
  PartContent content();
}
