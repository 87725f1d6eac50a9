package org.splicespark.train;

import java.io.Serializable;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How well one class of splice site is found.
 *
 * @param sites true ones
 * @param topK accuracies for each of {@link #MULTIPLES}, see {@link Ranking#top}
 * @param thresholds the scores of the k-th best places
 * @param auprc area under the precision-recall curve, see {@link Ranking#averagePrecision}
 * @param accuracy places rightly called the class or not, of all, by the most probable class; so
 *     are the next three
 */
public record SiteMetrics(
    long sites,
    List<Double> topK,
    List<Double> thresholds,
    double auprc,
    double accuracy,
    double precision,
    double recall,
    double f1)
    implements Serializable {
  /** Top-k is computed for the number of true sites times each of these. */
  public static final List<Double> MULTIPLES = List.of(0.5, 1.0, 2.0, 4.0);

  public SiteMetrics {
    topK = List.copyOf(topK);
    thresholds = List.copyOf(thresholds);
    if (topK.size() != MULTIPLES.size() || thresholds.size() != MULTIPLES.size()) {
      throw new IllegalArgumentException(topK + " and " + thresholds + " for " + MULTIPLES);
    }
    DoubleStream.of(auprc, accuracy, precision, recall, f1).forEach(SiteMetrics::requireShare);
    topK.forEach(SiteMetrics::requireShare);
  }

  static SiteMetrics of(Ranking ranking, Confusion confusion, int type) {
    List<Ranking.Top> tops = MULTIPLES.stream().map(ranking::top).toList();
    return new SiteMetrics(
        ranking.sites(),
        tops.stream().map(Ranking.Top::accuracy).toList(),
        tops.stream().map(Ranking.Top::threshold).toList(),
        ranking.averagePrecision(),
        confusion.accuracy(type),
        confusion.precision(type),
        confusion.recall(type),
        confusion.f1(type));
  }

  /** Top-k accuracy for as many places as there are sites. */
  public double top1() {
    return topK.get(1);
  }

  private static void requireShare(double value) {
    // A sum of shares may end a bit above 1.
    if (!(value >= 0 && value <= 1 + 1e-9)) {
      throw new IllegalArgumentException(value + " is not between 0 and 1");
    }
  }
}
