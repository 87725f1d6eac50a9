package org.splicespark.cli.options;

import org.splicespark.spark.shards.CreateDataRequest;
import org.splicespark.spark.shards.Formats;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What create-data writes, and how. */
public final class ShardOptions {
  enum Format {
    PARQUET,
    HDF5,
    BOTH
  }

  @Option(
      names = "--format",
      paramLabel = "parquet|hdf5|both",
      defaultValue = "both",
      description = {
        "parquet/SPLIT/: base codes and places of sites, about 1/40 of the size. hdf5/SPLIT/: X0 and"
            + " Y0, one-hot, as the published trainer reads. Default: ${DEFAULT-VALUE}."
      })
  private Format format;

  @Option(
      names = "--single-hdf5",
      description = {
        "One HDF5 file per split instead of shards (dataset_SPLIT.h5), and the genes with their bases"
            + " and labels as text (datafile_SPLIT.h5), as the published trainer wants them."
      })
  private boolean single;

  @Option(names = "--write-fasta", description = "Write the genes' bases as well (SPLIT.fa).")
  private boolean fasta;

  @Option(
      names = {"--verify", "--verify-h5"},
      description = {
        "Read again what was written, compare it with what was meant, and draw the bases around the"
            + " splice sites (verify_SPLIT.png)."
      })
  private boolean verify;

  @Option(names = "--overwrite", description = "Replace data that the folder has already.")
  private boolean overwrite;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "0",
      description = "Tasks; 0: one per shard of 100 genes. Changes no byte. Default: 0.")
  private int partitions;

  @Option(
      names = "--resume",
      description =
          "Keep the finished shards of an interrupted run of the same inputs and options.")
  private boolean resume;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  public CreateDataRequest.Running parameters() {
    if (single && format == Format.PARQUET) {
      throw new ParameterException(
          command.commandLine(), "--single-hdf5 needs --format hdf5 or both");
    }
    if (partitions < 0) {
      throw new ParameterException(command.commandLine(), "--partitions must be at least 0");
    }
    Formats formats = new Formats(format != Format.HDF5, format != Format.PARQUET, single, fasta);
    return new CreateDataRequest.Running(formats, partitions, overwrite, verify, resume);
  }
}
