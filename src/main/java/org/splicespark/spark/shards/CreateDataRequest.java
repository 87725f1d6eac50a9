package org.splicespark.spark.shards;

import java.util.List;
import java.util.Optional;
import org.splicespark.dataset.GeneSplits;
import org.splicespark.dataset.Labelling;
import org.splicespark.spark.GenomeOpener;

/**
 * What is to be made.
 *
 * @param version of the program, whose shards another one does not go on with
 * @param output folder
 * @param inputs names of the files that the data are made of, which must not change meanwhile
 * @param genes dealt out by contig
 * @param validation how training genes are drawn for validation; empty if that is settled
 * @param paralogs how held-out genes with a paralog among the training genes are found; empty to
 *     keep them
 */
public record CreateDataRequest(
    String version,
    String output,
    List<String> inputs,
    GenomeOpener genome,
    GeneSplits genes,
    Optional<ValidationDraw> validation,
    Optional<ParalogFinder> paralogs,
    Labelling labelling,
    Running running) {

  /** The same, taken up again. */
  CreateDataRequest resumed() {
    Running r = running;
    Running again = new Running(r.formats(), r.partitions(), r.overwrite(), r.verify(), true);
    return new CreateDataRequest(
        version, output, inputs, genome, genes, validation, paralogs, labelling, again);
  }

  /**
   * @param share of the training genes
   */
  public record ValidationDraw(double share, long seed) {}

  /**
   * How it is done, and what is written.
   *
   * @param partitions tasks to deal the shards to; 0 for one each
   * @param verify read again what was written
   * @param resume keep the shards that an interrupted run of the same request finished
   */
  public record Running(
      Formats formats, int partitions, boolean overwrite, boolean verify, boolean resume) {}
}
