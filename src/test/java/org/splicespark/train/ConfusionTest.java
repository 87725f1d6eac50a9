package org.splicespark.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Expected numbers are scikit-learn 1.2.1's, with zero_division=0. */
class ConfusionTest {
  private static final double TINY = 1e-8;

  @Test
  void precisionRecallAndF1AreScikitLearns() {
    Confusion confusion = of("000001112222", "000121102221");
    assertMetrics(confusion, 0, 0.75, 0.6, 0.66666667);
    assertMetrics(confusion, 1, 0.5, 0.66666667, 0.57142857);
    assertMetrics(confusion, 2, 0.75, 0.75, 0.75);
    // 8 of 12 rightly called.
    assertEquals(0.66666667, confusion.accuracy(), TINY);
    assertEquals((0.6 + 2 / 3.0 + 0.75) / 3, confusion.balancedAccuracy(), TINY);
    // One acceptor missed, two that are none called so.
    assertEquals(9 / 12.0, confusion.accuracy(1), TINY);
  }

  @Test
  void aClassThatIsNeverCalledHasNoPrecision() {
    Confusion confusion = of("00012", "00002");
    assertMetrics(confusion, 0, 0.75, 1, 0.85714286);
    assertMetrics(confusion, 1, 0, 0, 0);
    assertMetrics(confusion, 2, 1, 1, 1);
    assertEquals(0.8, confusion.accuracy(), TINY);
  }

  @Test
  void aClassThatIsNotThereCountsAsNothingFoundInTheMeanOfRecalls() {
    // The published trainer's classwise_accuracy, [1, 0, 0.5] of 0 0 2 2 called 0 0 2 1.
    assertEquals(0.5, of("0022", "0021").balancedAccuracy(), TINY);
  }

  @Test
  void nothingCountedIsZeroThroughout() {
    assertMetrics(new Confusion(), 1, 0, 0, 0);
    assertEquals(0, new Confusion().accuracy());
  }

  @Test
  void partsMergeToTheWhole() {
    Confusion merged = of("000001", "000121");
    merged.merge(of("112222", "102221"));
    assertMetrics(merged, 0, 0.75, 0.6, 0.66666667);
    assertEquals(12, merged.places());
  }

  private static void assertMetrics(
      Confusion confusion, int type, double precision, double recall, double f1) {
    assertEquals(precision, confusion.precision(type), TINY);
    assertEquals(recall, confusion.recall(type), TINY);
    assertEquals(f1, confusion.f1(type), TINY);
  }

  private static Confusion of(String truths, String calls) {
    Confusion confusion = new Confusion();
    for (int i = 0; i < truths.length(); i++) {
      confusion.add(truths.charAt(i) - '0', calls.charAt(i) - '0');
    }
    return confusion;
  }
}
