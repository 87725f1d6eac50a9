package org.splicespark.io.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.splicespark.train.EpochMetrics;
import org.splicespark.train.EpochReport;
import org.splicespark.train.SiteMetrics;
import org.splicespark.train.Split;

/** Epochs of a training that never was. */
public final class Reports {
  private Reports() {}

  /** An epoch whose sites are found as well as this, from 0 to 1. */
  public static EpochReport epoch(int epoch, double good, Split... evaluated) {
    Map<Split, EpochMetrics> metrics = new EnumMap<>(Split.class);
    for (Split split : evaluated) {
      metrics.put(split, metrics(good, 2e-3 * Math.pow(10, -2 * good)));
    }
    double loss = 2.5e-3 * Math.pow(10, -2.2 * good);
    return new EpochReport(epoch, 70L * (epoch + 1), 12.5, 1e-3, loss, metrics);
  }

  /** All that is asked for is a number of its own. */
  private static EpochMetrics metrics(double good, double loss) {
    return new EpochMetrics(
        loss, 40, 190_000, 0.999, 0.8, sites(100, good * 0.97), sites(101, good));
  }

  private static SiteMetrics sites(long count, double good) {
    return new SiteMetrics(
        count,
        List.of(good * 0.99, good * 0.9, good * 0.95, good * 0.96),
        List.of(0.9, 0.5, 0.123456, 0.01),
        good * 0.92,
        0.998,
        good * 0.8,
        good * 0.7,
        good * 0.75);
  }
}
