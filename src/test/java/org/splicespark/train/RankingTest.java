package org.splicespark.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected numbers are those of scikit-learn 1.2.1 and, for top-k, of the published trainer. */
class RankingTest {
  private static final double TINY = 1e-15;

  @Test
  void averagePrecisionIsScikitLearns() {
    // average_precision_score([0,1,0,1,1,0,0,0], ...) = (1/2 + 2/4 + 3/5) / 3
    assertEquals(
        0.5333333333333333,
        ranking("01011000", 0.99, 0.95, 0.9, 0.7, 0.3, 0.2, 0.1, 1e-6).averagePrecision(),
        TINY);
  }

  @Test
  void averagePrecisionTakesTiesTogetherAsScikitLearnDoes() {
    // (1 * 1/2 + 1 * 2/3 + 2 * 4/7) / 4
    assertEquals(
        0.5773809523809523,
        ranking("1011001000", 0.9, 0.9, 0.8, 0.5, 0.5, 0.5, 0.5, 0.2, 0.2, 0).averagePrecision(),
        TINY);
    // All scores equal: the share of sites.
    assertEquals(0.25, ranking("1000", 0.5, 0.5, 0.5, 0.5).averagePrecision(), TINY);
  }

  @Test
  void topKAndThresholdsAreThePublishedTrainers() {
    double[] scores = {
      0.99, 0.95, 0.9, 0.7, 0.3, 0.2, 0.1, 1e-6, 0.05, 0.04, 0.03, 0.02, 0.01, 0.009, 0.008, 0.007,
      0.006
    };
    Ranking ranking = ranking("01011000100000000", scores);
    // Four sites: k = 2, 4, 8, 16.
    assertTop(0.5, 0.95, ranking.top(0.5));
    assertTop(0.5, 0.7, ranking.top(1));
    assertTop(1, 0.05, ranking.top(2));
    assertTop(1, 0.006, ranking.top(4));
    assertEquals(0.525, ranking.averagePrecision(), TINY);
  }

  @Test
  void kIsRoundedDownAndIsAtLeastOneAndAtMostAll() {
    Ranking three = ranking("01011000", 0.99, 0.95, 0.9, 0.7, 0.3, 0.2, 0.1, 1e-6);
    // k = 1 (1.5 rounded down), 3, 6 and 8 (12 of 8).
    assertTop(0, 0.99, three.top(0.5));
    assertTop(1 / 3.0, 0.9, three.top(1));
    assertTop(1, 0.2, three.top(2));
    assertTop(1, 1e-6, three.top(4));
    assertTop(1, 0.9, ranking("100", 0.9, 0.5, 0.1).top(0.5));
  }

  @Test
  void ofTiedPlacesTheExpectedNumberOfSitesCounts() {
    // k = 2: the best place and one of three tied, of which one is a site.
    assertTop((1 + 1 / 3.0) / 2, 0.5, ranking("1010", 0.9, 0.5, 0.5, 0.5).top(1));
  }

  @Test
  void withoutSitesThereIsNothingToFind() {
    Ranking none = ranking("00", 0.5, 0.2);
    assertEquals(0, none.averagePrecision());
    assertEquals(new Ranking.Top(0, 0), none.top(1));
    assertEquals(0, none.sites());
    assertEquals(2, none.places());
  }

  @Test
  void scoresThatAreNoProbabilitiesAreRejected() {
    for (SiteScores<?> scores : List.of(new ExactScores(), new ScoreHistogram())) {
      assertThrows(IllegalArgumentException.class, () -> scores.add(Float.NaN, true));
      assertThrows(IllegalArgumentException.class, () -> scores.add(-0.1f, true));
      scores.add(1.0000001f, true);
      assertEquals(1, scores.ranking().top(1).threshold(), 1e-9);
    }
  }

  private static void assertTop(double accuracy, double threshold, Ranking.Top top) {
    assertEquals(accuracy, top.accuracy(), TINY);
    assertEquals((float) threshold, top.threshold());
  }

  private static Ranking ranking(String sites, double... values) {
    ExactScores scores = new ExactScores();
    for (int i = 0; i < values.length; i++) {
      scores.add((float) values[i], sites.charAt(i) == '1');
    }
    return scores.ranking();
  }
}
