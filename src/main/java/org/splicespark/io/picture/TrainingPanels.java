package org.splicespark.io.picture;

import java.util.List;
import org.knowm.xchart.XYChart;
import org.splicespark.train.EpochMetrics;
import org.splicespark.train.EpochReport;
import org.splicespark.train.RoundReport;
import org.splicespark.train.SiteMetrics;
import org.splicespark.train.Split;
import org.splicespark.train.TrainingHistory;

/**
 * The panels of a training: losses and learning rate, those of training by rounds; top-1 accuracy
 * and AUPRC of donors and acceptors in the validation set by epochs.
 */
final class TrainingPanels {
  private TrainingPanels() {}

  static List<XYChart> of(TrainingHistory history) {
    return List.of(
        CurvePanel.of("Loss", history)
            .rounds("training, by rounds", CurvePanel.PALE, RoundReport::loss)
            .epochs("training, by epochs", CurvePanel.GREY, EpochReport::trainingLoss)
            .epochs(
                "validation, by epochs",
                CurvePanel.RED,
                epoch -> validation(epoch, EpochMetrics::loss))
            .logarithmic(),
        rate(history).fromZero(),
        CurvePanel.of("Top-1 accuracy, validation", history)
            .epochs("splice donors", CurvePanel.BLUE, e -> donors(e, SiteMetrics::top1))
            .epochs("splice acceptors", CurvePanel.ORANGE, e -> acceptors(e, SiteMetrics::top1))
            .shares(),
        CurvePanel.of("AUPRC, validation", history)
            .epochs("splice donors", CurvePanel.BLUE, e -> donors(e, SiteMetrics::auprc))
            .epochs("splice acceptors", CurvePanel.ORANGE, e -> acceptors(e, SiteMetrics::auprc))
            .shares());
  }

  /** An epoch has many rates: its last says little where its rounds are known. */
  private static CurvePanel rate(TrainingHistory history) {
    CurvePanel panel = CurvePanel.of("Learning rate", history);
    return history.rounds().isEmpty()
        ? panel.epochs("by epochs", CurvePanel.GREY, EpochReport::learningRate)
        : panel.rounds("by rounds", CurvePanel.GREY, RoundReport::learningRate);
  }

  private static double donors(EpochReport epoch, CurvePanel.Value<SiteMetrics> value) {
    return validation(epoch, metrics -> value.of(metrics.donor()));
  }

  private static double acceptors(EpochReport epoch, CurvePanel.Value<SiteMetrics> value) {
    return validation(epoch, metrics -> value.of(metrics.acceptor()));
  }

  /** No number, which is not drawn, for an epoch without validation. */
  private static double validation(EpochReport epoch, CurvePanel.Value<EpochMetrics> value) {
    EpochMetrics metrics = epoch.evaluated().get(Split.VALIDATION);
    return metrics == null ? Double.NaN : value.of(metrics);
  }
}
