package org.splicespark.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreHistogramTest {
  private static final int SETS = 12;
  private static final int PLACES = 200_000;
  private static final double CLOSE = 1e-4;

  /** Draws a place's score. */
  private interface Scores {
    double draw(Random random, boolean site);
  }

  @Test
  void aTrainedNetworksScoresRankAsExactly() {
    // Logits far from each other: most places below 1e-6, most sites above 0.99.
    assertAgrees(
        0.0005, 0, (random, site) -> logistic((site ? 5 : -15) + 3 * random.nextGaussian()));
  }

  @Test
  void scoresThatAreNearlyOneRankAsExactlyButForASite() {
    // An untrained network's: 200,000 places in some 150 bins.
    assertAgrees(0.0005, 1, (random, site) -> logistic(-1 + 0.01 * random.nextGaussian()));
  }

  @Test
  void evenScoresRankAsExactly() {
    assertAgrees(
        0.3, 0, (random, site) -> site ? Math.sqrt(random.nextDouble()) : random.nextDouble());
  }

  @Test
  void skewedScoresRankAsExactlyButForASite() {
    assertAgrees(0.001, 1, (random, site) -> Math.pow(random.nextDouble(), site ? 0.1 : 30));
  }

  @Test
  void scoresWithManyTiesRankAsExactly() {
    assertAgrees(0.01, 0, (random, site) -> random.nextInt(site ? 101 : 51) / 100.0);
    assertAgrees(0.01, 0, (random, site) -> random.nextInt(4) == 0 ? 1 : 0);
  }

  @Test
  void binsGrowWithTheScoreAndHoldIt() {
    int before = 0;
    for (long bits = 0; bits <= Float.floatToIntBits(1); bits += 997) {
      float score = Float.intBitsToFloat((int) bits);
      int bin = ScoreHistogram.bin(score);
      assertTrue(bin >= before && bin < ScoreHistogram.BINS, "score " + score);
      assertTrue(ScoreHistogram.from(bin) <= score && score <= ScoreHistogram.from(bin + 1));
      before = bin;
    }
    assertEquals(ScoreHistogram.BINS - 1, ScoreHistogram.bin(1));
  }

  @Test
  void noBinIsWiderThanItsShareOfTheDistanceFromTheNearerEnd() {
    for (int bin = 1; bin < ScoreHistogram.BINS - 1; bin++) {
      double from = ScoreHistogram.from(bin);
      double to = ScoreHistogram.from(bin + 1);
      assertTrue(to > from, "bin " + bin);
      assertTrue((to - from) * 4096 <= Math.max(Math.min(to, 1 - from), 0) * 1.001, "bin " + bin);
    }
  }

  @Test
  void partsMergeToTheWhole() {
    ScoreHistogram whole = new ScoreHistogram();
    ScoreHistogram merged = new ScoreHistogram();
    Random random = new Random(9);
    for (int part = 0; part < 5; part++) {
      ScoreHistogram counted = new ScoreHistogram();
      for (int i = 0; i < 1000; i++) {
        float score = random.nextFloat();
        boolean site = random.nextBoolean();
        whole.add(score, site);
        counted.add(score, site);
      }
      merged.merge(counted);
    }
    assertEquals(whole, merged);
  }

  @Test
  void whatArrivesIsWhatWasSentAndIsShort() throws Exception {
    ScoreHistogram histogram = new ScoreHistogram();
    Random random = new Random(10);
    for (int i = 0; i < 3000; i++) {
      histogram.add((float) logistic(10 * random.nextGaussian()), i % 9 == 0);
    }
    for (int i = 0; i < 100_000; i++) {
      histogram.add(1e-12f, false);
    }
    histogram.add(1, true);
    byte[] sent = sent(histogram);
    assertTrue(sent.length < 20_000, sent.length + " bytes");
    assertEquals(histogram, new ObjectInputStream(new ByteArrayInputStream(sent)).readObject());
    ScoreHistogram none = new ScoreHistogram();
    assertEquals(none, new ObjectInputStream(new ByteArrayInputStream(sent(none))).readObject());
  }

  private static byte[] sent(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static double logistic(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /**
   * @param off sites by which top-k may differ, where the k-th place shares its bin
   */
  private static void assertAgrees(double share, int off, Scores scores) {
    for (int seed = 0; seed < SETS; seed++) {
      Random random = new Random(seed);
      ScoreHistogram histogram = new ScoreHistogram();
      ExactScores exact = new ExactScores();
      for (int i = 0; i < PLACES; i++) {
        boolean site = random.nextDouble() < share;
        float score = (float) scores.draw(random, site);
        histogram.add(score, site);
        exact.add(score, site);
      }
      assertAgree(exact.ranking(), histogram.ranking(), off, "set " + seed);
    }
  }

  private static void assertAgree(Ranking exact, Ranking binned, int off, String set) {
    assertEquals(exact.sites(), binned.sites(), set);
    assertEquals(exact.places(), binned.places(), set);
    assertEquals(exact.averagePrecision(), binned.averagePrecision(), CLOSE, set);
    for (double multiple : SiteMetrics.MULTIPLES) {
      Ranking.Top expected = exact.top(multiple);
      assertEquals(expected.threshold(), binned.top(multiple).threshold(), CLOSE, set);
      double close = CLOSE + off / Math.min(exact.sites(), multiple * exact.sites());
      assertEquals(expected.accuracy(), binned.top(multiple).accuracy(), close, set + multiple);
    }
  }
}
