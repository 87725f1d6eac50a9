package org.splicespark.io.training;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.splicespark.train.EpochMetrics;
import org.splicespark.train.EpochReport;
import org.splicespark.train.SiteMetrics;
import org.splicespark.train.Split;

/**
 * The logs of OpenSpliceAI's trainer, for programs that read those: {@code LOG/TRAIN}, {@code
 * LOG/VAL} and {@code LOG/TEST} with a file for each metric and a line for each epoch, or for each
 * step where the name says so. Metrics are about all places rather than 1,000 windows. Losses of
 * single batches are written for steps, not for evaluations. With several workers a step is one of
 * each.
 *
 * <p>Two names mean other things there than here: {@code accuracy} is the mean of the classes'
 * recalls, {@code donor_accuracy} the recall of donors. {@code loss_batch} is of an epoch.
 */
public final class PeerLogs {
  private static final Map<Split, String> FOLDERS =
      Map.of(Split.TRAIN, "TRAIN", Split.VALIDATION, "VAL", Split.TEST, "TEST");
  private static final String LOSSES = "loss_every_update";
  private static final String RATES = "learning_rate_every_batch";

  private final Path root;

  /**
   * @param folder in which LOG is made, or goes on
   */
  public PeerLogs(Path folder) throws IOException {
    this.root = folder.resolve("LOG");
    for (String split : FOLDERS.values()) {
      Files.createDirectories(root.resolve(split));
    }
  }

  /**
   * Steps of training, those of a round at once.
   *
   * @param losses before each step, in order
   * @param learningRates that the steps were taken with, as many
   */
  public void steps(List<Double> losses, List<Double> learningRates) throws IOException {
    if (losses.size() != learningRates.size()) {
      throw new IllegalArgumentException(
          losses.size() + " losses and " + learningRates.size() + " learning rates");
    }
    lines(Split.TRAIN, LOSSES).append(losses.stream().map(String::valueOf).toList());
    lines(Split.TRAIN, RATES).append(learningRates.stream().map(String::valueOf).toList());
  }

  /** The end of an epoch. */
  public void epoch(EpochReport report) throws IOException {
    append(Split.TRAIN, "learning_rate_every_epoch", report.learningRate());
    append(Split.TRAIN, "loss_batch", report.trainingLoss());
    for (Split split : Split.values()) {
      EpochMetrics metrics = report.evaluated().get(split);
      if (metrics != null) {
        evaluated(split, metrics);
      }
    }
  }

  /**
   * Forgets what came after a checkpoint.
   *
   * @param epochs complete in the checkpoint
   * @param steps taken in all
   */
  public void resume(int epochs, long steps) throws IOException {
    for (String split : FOLDERS.values()) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(root.resolve(split), "*.txt")) {
        for (Path file : files) {
          boolean perStep = List.of(LOSSES + ".txt", RATES + ".txt").contains(name(file));
          new EpochLines(file).keep(perStep ? steps : epochs);
        }
      }
    }
  }

  private void evaluated(Split split, EpochMetrics metrics) throws IOException {
    if (split != Split.TRAIN) {
      append(split, "loss_batch", metrics.loss());
    }
    append(split, "accuracy", metrics.balancedAccuracy());
    sites(split, "donor_", metrics.donor());
    sites(split, "acceptor_", metrics.acceptor());
  }

  private void sites(Split split, String type, SiteMetrics sites) throws IOException {
    lines(split, type + "topk_all").append(row(sites));
    append(split, type + "topk", sites.top1());
    append(split, type + "auprc", sites.auprc());
    append(split, type + "accuracy", sites.recall());
    append(split, type + "precision", sites.precision());
    append(split, type + "recall", sites.recall());
    append(split, type + "f1", sites.f1());
  }

  /** Top-k for 0.5, 1, 2 and 4 times the sites, AUPRC, the four thresholds, number of sites. */
  private static String row(SiteMetrics sites) {
    StringBuilder row = new StringBuilder();
    sites.topK().forEach(value -> row.append(fixed(value)));
    row.append(fixed(sites.auprc()));
    sites.thresholds().forEach(value -> row.append(fixed(value)));
    return row.append(sites.sites()).toString();
  }

  private static String fixed(double value) {
    return String.format(Locale.ROOT, "%.4f\t", value);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private void append(Split split, String metric, double value) throws IOException {
    lines(split, metric).append(Double.toString(value));
  }

  private EpochLines lines(Split split, String metric) {
    return new EpochLines(root.resolve(FOLDERS.get(split)).resolve(metric + ".txt"));
  }
}
