package org.splicespark.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.splicespark.dataset.GenePlan;
import org.splicespark.dataset.paralog.KnownParalogs;
import org.splicespark.dataset.paralog.ParalogParameters;
import org.splicespark.io.ParalogTable;
import org.splicespark.spark.GenomeOpener;
import org.splicespark.spark.ParalogJob;
import org.splicespark.spark.shards.ParalogFinder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which held-out genes are left out because the training set has their like. */
public final class ParalogOptions {

  @Option(
      names = "--remove-paralogs",
      description = {
        "Leave out test genes that are like a training gene, then validation genes that are: their"
            + " sequences are compared. Writes removed_paralogs_SPLIT.txt."
      })
  private boolean remove;

  @Option(
      names = "--min-identity",
      paramLabel = "SHARE",
      defaultValue = "0.8",
      description = "Least share of equal bases in the alignment. Default: ${DEFAULT-VALUE}.")
  private double minIdentity;

  @Option(
      names = "--min-coverage",
      paramLabel = "SHARE",
      defaultValue = "0.5",
      description = "Least share of the gene that one alignment covers. Default: ${DEFAULT-VALUE}.")
  private double minCoverage;

  @Option(
      names = "--paralogs",
      paramLabel = "FILE",
      description = {
        "Leave out held-out genes with a paralog in this table from Ensembl's BioMart (gene stable ID,"
            + " paralogue gene stable ID), instead of comparing sequences."
      })
  private String table;

  @Option(
      names = "--paralogs-rule",
      paramLabel = "among-training|anywhere",
      defaultValue = "among-training",
      description = {
        "With --paralogs: paralogs in the training set count, or any, as in CI-SpliceAI. Default:"
            + " ${DEFAULT-VALUE}."
      })
  private KnownParalogs.Rule rule;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * The table, if one was given.
   *
   * @param local finds a file by its name
   */
  public Optional<KnownParalogs> known(Function<String, Path> local) {
    requireShare("--min-identity", minIdentity);
    requireShare("--min-coverage", minCoverage);
    if (remove && table != null) {
      throw new ParameterException(
          command.commandLine(), "--remove-paralogs or --paralogs, not both");
    }
    return Optional.ofNullable(table).map(local).map(ParalogTable::read);
  }

  /** How paralogs are found; empty if held-out genes are kept whatever they are like. */
  public Optional<ParalogFinder> finder(Optional<KnownParalogs> known, GenomeOpener genome) {
    if (known.isPresent()) {
      return Optional.of(
          (spark, heldOut, train) ->
              List.copyOf(known.get().among(names(heldOut), names(train), rule)));
    }
    ParalogParameters parameters = ParalogParameters.DEFAULTS.with(minIdentity, minCoverage);
    return remove
        ? Optional.of(
            (spark, heldOut, train) ->
                List.copyOf(new ParalogJob(spark, genome, parameters, 0).run(heldOut, train)))
        : Optional.empty();
  }

  private void requireShare(String option, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new ParameterException(
          command.commandLine(), option + " must be between 0 and 1, not " + share);
    }
  }

  private static List<String> names(List<GenePlan> genes) {
    return genes.stream().map(GenePlan::name).toList();
  }
}
