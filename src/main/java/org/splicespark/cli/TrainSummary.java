package org.splicespark.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.splicespark.spark.training.TrainReport;
import org.splicespark.train.EpochMetrics;
import org.splicespark.train.EpochReport;
import org.splicespark.train.SiteMetrics;
import org.splicespark.train.Split;

/** What a training came to, on standard error for a person. */
record TrainSummary(TrainReport report) {

  void print(PrintStream err) {
    err.printf(
        Locale.ROOT,
        "%d epochs in %.1f s%s; the best is model_%d.pt%n",
        report.history().epochs().size(),
        report.seconds(),
        report.stoppedEarly() ? ", stopped early" : "",
        report.bestEpoch());
    lines().forEach(err::println);
    err.println("model: " + report.best());
    printUse(err, report.best());
  }

  /** The best epoch's answers to the test set, or to the validation set if there is no other. */
  List<String> lines() {
    Map<Split, EpochMetrics> evaluated = evaluated();
    for (Split split : List.of(Split.TEST, Split.VALIDATION)) {
      Optional<EpochMetrics> metrics = Optional.ofNullable(evaluated.get(split));
      if (metrics.isPresent()) {
        return List.of(
            line(split, "donors", metrics.get().donor()),
            line(split, "acceptors", metrics.get().acceptor()));
      }
    }
    return List.of();
  }

  private Map<Split, EpochMetrics> evaluated() {
    return report.history().epochs().stream()
        .filter(epoch -> epoch.epoch() == report.bestEpoch())
        .map(EpochReport::evaluated)
        .findFirst()
        .orElse(Map.of());
  }

  private static String line(Split split, String sites, SiteMetrics metrics) {
    return String.format(
        Locale.ROOT,
        "  %s, %-9s  top-1 %.4f  AUPRC %.4f  (%d sites)",
        split.name().toLowerCase(Locale.ROOT),
        sites,
        metrics.top1(),
        metrics.auprc(),
        metrics.sites());
  }

  /** The command that uses a checkpoint, or a folder of them. */
  static void printUse(PrintStream err, Path model) {
    err.println(
        "use it: splicespark variant -R genome.fa -A genes.gff3 -m "
            + model
            + " -I in.vcf.gz -O out.vcf.gz");
  }
}
