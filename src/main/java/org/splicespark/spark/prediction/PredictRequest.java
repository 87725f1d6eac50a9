package org.splicespark.spark.prediction;

import java.util.List;
import org.splicespark.model.Compute;
import org.splicespark.model.ModelSource;
import org.splicespark.predict.Tiling;
import org.splicespark.spark.GenomeOpener;

/**
 * One run of {@code predict}, with its inputs read and checked.
 *
 * @param output the folder's name
 * @param files to write into it
 */
public record PredictRequest(
    String output,
    GenomeOpener genome,
    ModelSource models,
    Tiling tiling,
    List<RowFile> files,
    Running running) {

  public PredictRequest {
    files = List.copyOf(files);
  }

  /**
   * How it is run; but for the math, nothing here changes a score.
   *
   * @param compute its device may be {@code auto}
   * @param partitions tasks to deal the tiles to; 0 to choose
   * @param overwrite replace what an earlier run wrote
   */
  public record Running(Compute compute, int partitions, boolean overwrite) {}
}
