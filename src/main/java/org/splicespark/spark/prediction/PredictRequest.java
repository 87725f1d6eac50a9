package org.splicespark.spark.prediction;

import java.util.List;
import java.util.Optional;
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
    Inputs inputs,
    GenomeOpener genome,
    ModelSource models,
    Tiling tiling,
    List<PredictionFile> files,
    Running running) {

  public PredictRequest {
    files = List.copyOf(files);
  }

  /**
   * What the tiling is of, for a resumed run to compare.
   *
   * @param version of the program
   * @param genome the FASTA's name
   * @param annotation its name; empty for whole contigs
   * @param regions in words
   */
  public record Inputs(
      String version, String genome, Optional<String> annotation, String regions) {}

  /**
   * How it is run; but for the math, nothing here changes a score.
   *
   * @param compute its device may be {@code auto}
   * @param partitions tasks to deal the tiles to; 0 to choose
   * @param overwrite replace what an earlier run wrote
   * @param resume keep what an interrupted run finished
   */
  public record Running(Compute compute, int partitions, boolean overwrite, boolean resume) {}
}
