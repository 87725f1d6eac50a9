package org.splicespark.io.bed;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.splicespark.predict.StrandScores;

/** What one file of the output says about a tile. */
public interface Rows extends Serializable {

  /**
   * Writes the tile's rows, sorted.
   *
   * @param scores of all strands and genes of one tile
   */
  void write(List<StrandScores> scores, RowWriter out) throws IOException;
}
