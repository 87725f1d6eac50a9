package org.splicespark.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.splicespark.model.Compute;
import org.splicespark.spark.prediction.OutputFiles;
import org.splicespark.spark.prediction.PredictRequest;
import org.splicespark.spark.prediction.PredictionFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What predict writes, and how the work is dealt out. */
public final class PredictionOutputOptions {

  /** Scores of every base, and how. */
  public enum Tracks {
    NONE,
    BEDGRAPH,
    BIGWIG,
    BOTH
  }

  @Option(
      names = "--peer-bed",
      description = {
        "Write OpenSpliceAI's donor_predictions.bed and acceptor_predictions.bed too, in its format:"
            + " there an acceptor is the last base of the intron."
      })
  private boolean peerBed;

  @Option(
      names = "--tracks",
      paramLabel = "bedgraph|bigwig|both|none",
      defaultValue = "none",
      description = {
        "Every base's score too, a file for each type and strand: bedgraph, bgzipped and indexed (and"
            + " with rows in the genome's order), or bigwig. With -a, of the genes; a base of several"
            + " genes of a strand has the largest of its scores. Default: ${DEFAULT-VALUE}."
      })
  private Tracks tracks;

  @Option(
      names = "--parquet",
      description = {
        "Write the sites as a folder of Parquet files too, sites.parquet: contig, position (0-based, the"
            + " exon's base), strand, type, probability, gene, gene_id."
      })
  private boolean parquet;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "0",
      description = "Tasks to deal the tiles to; 0: chosen by size and cores. Changes no score.")
  private int partitions;

  @Option(names = "--overwrite", description = "Replace what an earlier run wrote.")
  private boolean overwrite;

  @Option(
      names = "--resume",
      description = "Keep the finished parts of an interrupted run of the same inputs and options.")
  private boolean resume;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  public void require() {
    new Mistakes(command).requireAtLeast(0, "--partitions", partitions);
  }

  /**
   * @param where which sites are wanted, and on which strands
   * @param contigs lengths, in the order of the output
   */
  public List<PredictionFile> files(PredictionOptions where, Map<String, Integer> contigs) {
    List<PredictionFile> files = new ArrayList<>(OutputFiles.sites(where.caller()));
    if (peerBed) {
      files.addAll(OutputFiles.peer(where.caller()));
    }
    if (parquet) {
      files.addAll(OutputFiles.parquet(where.caller()));
    }
    if (tracks == Tracks.BEDGRAPH || tracks == Tracks.BOTH) {
      files.addAll(OutputFiles.bedGraphs(where.strands()));
    }
    if (tracks == Tracks.BIGWIG || tracks == Tracks.BOTH) {
      files.addAll(OutputFiles.bigWigs(where.strands(), contigs));
    }
    return files;
  }

  public PredictRequest.Running running(Compute compute) {
    return new PredictRequest.Running(compute, partitions, overwrite, resume);
  }
}
