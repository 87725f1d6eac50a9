package org.splicespark.train;

import java.util.ArrayList;
import java.util.List;

/**
 * Places in the order of their scores, the best first, those of one score together, and what this
 * order is worth.
 */
public final class Ranking {
  private final List<Tie> ties;
  private final long sites;
  private final long places;

  private Ranking(List<Tie> ties) {
    this.ties = ties;
    this.sites = ties.stream().mapToLong(Tie::sites).sum();
    this.places = ties.stream().mapToLong(Tie::places).sum();
  }

  /** Places of one score. */
  private record Tie(double score, long sites, long others) {
    long places() {
      return sites + others;
    }
  }

  /**
   * What the best places hold.
   *
   * @param accuracy sites among the best k, divided by the smaller of k and the number of sites
   * @param threshold the score of the k-th best place
   */
  public record Top(double accuracy, double threshold) {}

  /** Takes ties, the best first. */
  static final class Builder {
    private final List<Tie> ties = new ArrayList<>();

    void add(double score, long sites, long others) {
      ties.add(new Tie(score, sites, others));
    }

    Ranking build() {
      return new Ranking(ties);
    }
  }

  /** Number of true sites. */
  public long sites() {
    return sites;
  }

  /** Number of all places. */
  public long places() {
    return places;
  }

  /**
   * The area under the precision-recall curve as scikit-learn's {@code average_precision_score}
   * defines it: {@code sum_n (R_n - R_(n-1)) P_n} over the distinct scores from the highest, R and
   * P the recall and the precision if places of this score and above are called. 0 without sites.
   */
  public double averagePrecision() {
    double sum = 0;
    long found = 0;
    long called = 0;
    for (Tie tie : ties) {
      found += tie.sites();
      called += tie.places();
      sum += (double) tie.sites() * found / called;
    }
    return sites == 0 ? 0 : sum / sites;
  }

  /**
   * Top-k accuracy (Jaganathan et al. 2019): k is a multiple of the number of true sites, rounded
   * down, and at least 1. Where the k-th place ties with others, the expected number of sites under
   * a random order of the tied; the published program takes what its sort left there. Zeros without
   * sites.
   *
   * @param multiple 0.5, 1, 2 and 4 in the publications
   */
  public Top top(double multiple) {
    if (sites == 0) {
      return new Top(0, 0);
    }
    long k = Math.min(places, Math.max(1, (long) (multiple * sites)));
    double found = 0;
    long left = k;
    for (Tie tie : ties) {
      if (tie.places() >= left) {
        found += (double) tie.sites() * left / tie.places();
        return new Top(found / Math.min(k, sites), tie.score());
      }
      found += tie.sites();
      left -= tie.places();
    }
    throw new IllegalStateException("fewer places than were counted");
  }
}
