package org.splicespark.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.splicespark.spark.Tally;
import org.splicespark.spark.VariantReport;

/** The counts at the end of a run: on standard error for a person, as a table for a program. */
record RunSummary(VariantReport report) {

  /** Tab-separated: status, count, meaning; the first line names the columns. */
  String table() {
    StringBuilder table = new StringBuilder("status\tcount\tmeaning\n");
    Tally tally = report.tally();
    table.append("RECORDS\t").append(tally.records()).append("\tlines of the input's body\n");
    table
        .append("SCORED\t")
        .append(tally.scored())
        .append("\talternates times genes with delta scores\n");
    tally
        .skipped()
        .forEach(
            (reason, count) ->
                table.append(reason + "\t" + count + "\t" + reason.meaning() + "\n"));
    return table.toString();
  }

  void print(PrintStream err, String output, double seconds) {
    Tally tally = report.tally();
    err.printf(
        Locale.ROOT,
        "%d records, %d scored in %.1f s (scoring %.1f s, %.2f per second, %d parts%s)%n",
        tally.records(),
        tally.scored(),
        seconds,
        report.scoringSeconds(),
        tally.scored() / Math.max(report.scoringSeconds(), 1e-3),
        report.parts(),
        report.resumedParts() == 0 ? "" : ", " + report.resumedParts() + " from before");
    tally
        .skipped()
        .forEach(
            (reason, count) ->
                err.printf(Locale.ROOT, "  %-15s %10d  %s%n", reason, count, reason.meaning()));
    tally.badLines().forEach(line -> err.println("  carried through as it is: " + line));
    report.badLines().ifPresent(file -> err.println("  all of these lines are in " + file));
    tally.failures().forEach(line -> err.println("  scoring failed: " + line));
    report
        .failed()
        .ifPresent(file -> err.printf("  %d such records are in %s%n", tally.failed(), file));
    report.noIndex().ifPresent(why -> err.println("no index: " + why));
    if (!output.equals("-")) {
      err.println("written: " + output);
    }
  }
}
