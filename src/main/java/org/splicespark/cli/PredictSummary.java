package org.splicespark.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.splicespark.spark.prediction.PredictReport;

/** The counts at the end of predict, for a person. */
record PredictSummary(PredictReport report, Optional<PredictInputs.Genes> genes) {

  void print(PrintStream err, String output, double seconds) {
    err.printf(
        Locale.ROOT,
        "%d bases of single strands in %.1f s (scoring %.1f s, %.0f per second, %d tasks%s)%n",
        report.bases(),
        seconds,
        report.seconds(),
        report.bases() / Math.max(report.seconds(), 1e-3),
        report.tasks(),
        report.resumed() == 0 ? "" : ", " + report.resumed() + " from before");
    genes.ifPresent(
        some ->
            err.printf(
                Locale.ROOT,
                "  %d genes; left out: %d without transcript, %d on contigs that are not there%n",
                some.read(),
                some.withoutTranscript(),
                some.onOtherContigs()));
    for (PredictReport.Written file : report.files()) {
      boolean missing = file.name().endsWith(".gz") && !file.indexed();
      err.printf(
          Locale.ROOT,
          "  %-28s %10d %s%s%n",
          file.name(),
          file.rows(),
          file.name().endsWith(".bw") ? "bases" : "rows",
          missing ? "; no index, a contig is longer than tabix can tell (2^29 bases)" : "");
    }
    err.println("written: " + output);
  }
}
