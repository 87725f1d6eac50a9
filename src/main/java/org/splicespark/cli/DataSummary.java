package org.splicespark.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.splicespark.dataset.MotifComposition;
import org.splicespark.dataset.Split;
import org.splicespark.dataset.paralog.Paralog;
import org.splicespark.spark.shards.CreateDataReport;
import org.splicespark.spark.shards.ShardCounts;

/**
 * The counts at the end of create-data, for a person.
 *
 * @param testOnly whether no more than a test set was wanted
 */
record DataSummary(CreateDataReport report, TrainingGenes genes, boolean testOnly) {

  void print(PrintStream err, String output, double seconds) {
    ShardCounts all = report.counts().values().stream().reduce(ShardCounts.NONE, ShardCounts::plus);
    err.printf(
        Locale.ROOT,
        "%d genes, %d chunks, %.1f Mb labelled in %.1f s (reading and writing %.1f s, %.1f Mb/s)%n",
        all.genes(),
        all.chunks(),
        all.bases() / 1e6,
        seconds,
        report.seconds(),
        all.bases() / 1e6 / Math.max(report.seconds(), 1e-3));
    report.counts().forEach((split, counts) -> err.println(line(split, counts)));
    err.println("  donor motifs     " + motifs(all.motifs().donors().pairs()));
    err.println("  acceptor motifs  " + motifs(all.motifs().acceptors().pairs()));
    printDropped(err);
    printMissing(err);
    err.println("written: " + output);
  }

  /** A set that is wanted and empty is no error, for contigs may be named so; but it is told. */
  private void printMissing(PrintStream err) {
    for (Split split : testOnly ? List.<Split>of() : List.of(Split.TRAIN, Split.TEST)) {
      if (!report.counts().containsKey(split)) {
        err.printf(
            "note: the %s set is empty; name its contigs with --%s-contigs, or give another --seed%n",
            split.label(), split.label());
      }
    }
  }

  private void printDropped(PrintStream err) {
    genes
        .dropped()
        .forEach(
            (reason, count) ->
                err.printf(Locale.ROOT, "  %-18s %8d  %s%n", reason, count, reason.meaning()));
    for (Map.Entry<Split, List<Paralog>> entry : report.paralogs().entrySet()) {
      err.printf(
          Locale.ROOT,
          "  %-18s %8d  left out of %s, a paralog is in the training set%n",
          "PARALOG",
          entry.getValue().size(),
          entry.getKey().label());
    }
  }

  private static String line(Split split, ShardCounts counts) {
    MotifComposition motifs = counts.motifs();
    return String.format(
        Locale.ROOT,
        "  %-10s %8d genes %9d chunks %14d bases %9d donors %9d acceptors",
        split.label(),
        counts.genes(),
        counts.chunks(),
        counts.bases(),
        motifs.donors().sites(),
        motifs.acceptors().sites());
  }

  private static String motifs(Map<String, Long> pairs) {
    return pairs.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
