package org.splicespark.io.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.splicespark.train.EpochMetrics;
import org.splicespark.train.EpochReport;
import org.splicespark.train.SiteMetrics;
import org.splicespark.train.Split;

/**
 * {@code metrics.tsv}: a header, then a row for each epoch and set of examples that was evaluated;
 * the training set's row has NA for what was not measured on it. Epochs count from 0. The table
 * grows by an epoch at a time and can be read while the training goes on.
 */
public final class MetricsTable {
  private static final String NOT_MEASURED = "NA";
  private static final List<String> OF_EPOCH =
      List.of("epoch", "split", "steps", "seconds", "learning_rate", "loss");
  private static final List<String> OF_SET =
      List.of("examples", "places", "accuracy", "balanced_accuracy");
  private static final List<String> OF_SITES =
      List.of(
          "sites",
          "topk_0.5",
          "topk_1",
          "topk_2",
          "topk_4",
          "threshold_0.5",
          "threshold_1",
          "threshold_2",
          "threshold_4",
          "auprc",
          "accuracy",
          "precision",
          "recall",
          "f1");

  private final EpochLines lines;

  /**
   * @param file made by the first row; one that is there is added to
   */
  public MetricsTable(Path file) {
    this.lines = new EpochLines(file);
  }

  /** Names of the columns. */
  public static List<String> columns() {
    return Stream.of(
            OF_EPOCH.stream(),
            OF_SET.stream(),
            OF_SITES.stream().map(name -> "acceptor_" + name),
            OF_SITES.stream().map(name -> "donor_" + name))
        .flatMap(columns -> columns)
        .toList();
  }

  /** Adds an epoch's rows. */
  public void append(EpochReport report) throws IOException {
    if (!Files.exists(lines.file())) {
      lines.append(String.join("\t", columns()));
    }
    for (Split split : Split.values()) {
      EpochMetrics metrics = report.evaluated().get(split);
      if (metrics != null || split == Split.TRAIN) {
        lines.append(String.join("\t", row(report, split, metrics)));
      }
    }
  }

  /**
   * Forgets what came after a checkpoint.
   *
   * @param epochs complete in the checkpoint
   */
  public void resume(int epochs) throws IOException {
    List<String> rows = lines.read();
    if (!rows.isEmpty()) {
      List<String> kept = new ArrayList<>(rows.subList(0, 1));
      rows.stream().skip(1).filter(row -> epoch(row) < epochs).forEach(kept::add);
      lines.write(kept);
    }
  }

  /** A row that was cut off while it was written is of no epoch. */
  private static int epoch(String row) {
    String[] fields = row.split("\t");
    boolean whole = fields.length == columns().size() && fields[0].matches("[0-9]{1,9}");
    return whole ? Integer.parseInt(fields[0]) : Integer.MAX_VALUE;
  }

  private static List<String> row(EpochReport report, Split split, EpochMetrics metrics) {
    List<Object> fields = new ArrayList<>();
    fields.add(report.epoch());
    fields.add(split.name().toLowerCase(Locale.ROOT));
    fields.add(report.steps());
    fields.add(report.seconds());
    fields.add(report.learningRate());
    fields.add(split == Split.TRAIN ? report.trainingLoss() : metrics.loss());
    if (metrics != null) {
      fields.add(metrics.examples());
      fields.add(metrics.places());
      fields.add(metrics.accuracy());
      fields.add(metrics.balancedAccuracy());
      add(fields, metrics.acceptor());
      add(fields, metrics.donor());
    }
    while (fields.size() < columns().size()) {
      fields.add(NOT_MEASURED);
    }
    return fields.stream().map(String::valueOf).toList();
  }

  private static void add(List<Object> fields, SiteMetrics sites) {
    fields.add(sites.sites());
    fields.addAll(sites.topK());
    fields.addAll(sites.thresholds());
    fields.addAll(
        List.of(sites.auprc(), sites.accuracy(), sites.precision(), sites.recall(), sites.f1()));
  }
}
