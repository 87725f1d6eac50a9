package org.splicespark.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Stored cases with the numbers of scikit-learn 1.2.1's {@code average_precision_score(sites,
 * scores)}. It has no top-k of this kind: those are what OpenSpliceAI's {@code
 * print_topl_statistics} gives without its 1e-10 in the denominator; where places tie, the mean of
 * what it gives over all orders of the places, since it takes what its sort left there. Its {@code
 * [-0:]} takes all places where k is 0, for half of one site; ours takes one, and is not here.
 */
class ScikitLearnRankingTest {
  /** Of sums in another order. */
  private static final double TINY = 1e-14;

  /** Bins of a histogram are narrower. */
  private static final double BIN = 1e-4;

  private static final double[] NO_TOP = {};

  /** Sites, scores, and what they are worth. */
  enum Ranked {
    NO_TIES(
        "01011000100000000",
        List.of(
            .99, .95, .9, .7, .3, .2, .1, 1e-6, .05, .04, .03, .02, .01, .009, .008, .007, .006),
        0.525,
        new double[] {0.5, 0.5, 1, 1},
        new double[] {0.95, 0.7, 0.05, 0.006}),
    SOME_TIES(
        "10110010",
        List.of(.875, .875, .75, .5, .5, .5, .25, .25),
        0.5416666666666666,
        new double[] {0.5, 0.5833333333333334, 1, 1},
        new double[] {0.875, 0.5, 0.25, 0.25}),
    MANY_TIES(
        "000010000110000110110001",
        List.of(
            .25, .375, .375, .25, .375, .625, .625, .125, 0., .375, 0., .25, .25, .375, .375, .625,
            .625, 0., .25, .625, .125, .25, .375, .25),
        0.46293859649122804,
        NO_TOP,
        NO_TOP),
    ALL_TIED(
        "01001000",
        List.of(.5, .5, .5, .5, .5, .5, .5, .5),
        0.25,
        new double[] {0.25, 0.25, 0.5, 1},
        new double[] {0.5, 0.5, 0.5, 0.5}),
    ZEROS_AND_ONES(
        "11010010",
        List.of(1., 1., 1., 0., 0., 0., 1., 0.),
        0.6875,
        new double[] {0.75, 0.75, 1, 1},
        new double[] {1, 1, 0, 0}),
    ALL_SITES(
        "11111",
        List.of(.875, .5, .5, .125, 0.),
        1,
        new double[] {1, 1, 1, 1},
        new double[] {0.5, 0, 0, 0}),
    NO_SITE("000000", List.of(.875, .5, .5, .25, .125, 0.), 0, NO_TOP, NO_TOP),
    ONE_SITE_TIED("001000", List.of(.875, .5, .5, .5, .125, 0.), 0.25, NO_TOP, NO_TOP),
    ONE_SITE_LAST("0001", List.of(.875, .5, .5, 0.), 0.25, NO_TOP, NO_TOP);

    final String sites;
    final List<Double> scores;
    final double auprc;
    final double[] top;
    final double[] thresholds;

    Ranked(String sites, List<Double> scores, double auprc, double[] top, double[] thresholds) {
      this.sites = sites;
      this.scores = scores;
      this.auprc = auprc;
      this.top = top;
      this.thresholds = thresholds;
    }
  }

  @ParameterizedTest
  @EnumSource
  void exactScoresRankAsScikitLearnAndThePublishedTrainerDo(Ranked stored) {
    assertRanked(stored, new ExactScores(), 1e-7);
  }

  @ParameterizedTest
  @EnumSource
  void histogramsOfSmallSetsRankAsScikitLearnAndThePublishedTrainerDo(Ranked stored) {
    assertRanked(stored, new ScoreHistogram(), BIN);
  }

  /**
   * @param close by how much a threshold may be off: it is a float, or the middle of a bin
   */
  private static void assertRanked(Ranked stored, SiteScores<?> scores, double close) {
    IntStream.range(0, stored.scores.size())
        .forEach(i -> scores.add(stored.scores.get(i).floatValue(), stored.sites.charAt(i) == '1'));
    Ranking ranking = scores.ranking();
    assertEquals(stored.auprc, ranking.averagePrecision(), TINY);
    for (int i = 0; i < stored.top.length; i++) {
      Ranking.Top top = ranking.top(SiteMetrics.MULTIPLES.get(i));
      assertEquals(stored.top[i], top.accuracy(), TINY, "top " + i);
      assertEquals(stored.thresholds[i], top.threshold(), close, "threshold " + i);
    }
  }
}
