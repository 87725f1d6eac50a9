package org.splicespark.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Stored cases with the numbers of scikit-learn 1.2.1's {@code
 * precision_recall_fscore_support(truths, calls, labels=[0, 1, 2], zero_division=0)} and of its
 * {@code accuracy_score}, of the calls, and of each class against the others.
 */
class ScikitLearnCallsTest {
  private static final double TINY = 1e-14;

  /** Truths, calls, and what they are worth: numbers of neither, acceptors and donors. */
  enum Called {
    NEVER_CALLED(
        "00012",
        "00002",
        new double[] {0.75, 0, 1},
        new double[] {1, 0, 1},
        new double[] {0.8571428571428571, 0, 1},
        0.8,
        new double[] {0.8, 0.8, 1}),
    NEVER_THERE(
        "0000222",
        "0110222",
        new double[] {1, 0, 1},
        new double[] {0.5, 0, 1},
        new double[] {0.6666666666666666, 0, 1},
        0.7142857142857143,
        new double[] {0.7142857142857143, 0.7142857142857143, 1}),
    ONE_CLASS_ALONE(
        "0000",
        "0000",
        new double[] {1, 0, 0},
        new double[] {1, 0, 0},
        new double[] {1, 0, 0},
        1,
        new double[] {1, 1, 1}),
    ALL_WRONG(
        "001122",
        "112200",
        new double[3],
        new double[3],
        new double[3],
        0,
        new double[] {0.3333333333333333, 0.3333333333333333, 0.3333333333333333}),
    RANDOM(
        "2102200222222112102200200200011221000002",
        "2112212120022120221012111012111212120100",
        new double[] {0.25, 0.23529411764705882, 0.4666666666666667},
        new double[] {0.125, 0.5714285714285714, 0.4117647058823529},
        new double[] {0.16666666666666666, 0.3333333333333333, 0.43749999999999994},
        0.325,
        new double[] {0.5, 0.6, 0.55});

    final String truths;
    final String calls;
    final double[] precision;
    final double[] recall;
    final double[] f1;
    final double accuracy;
    final double[] accuracies;

    Called(
        String truths,
        String calls,
        double[] precision,
        double[] recall,
        double[] f1,
        double accuracy,
        double[] accuracies) {
      this.truths = truths;
      this.calls = calls;
      this.precision = precision;
      this.recall = recall;
      this.f1 = f1;
      this.accuracy = accuracy;
      this.accuracies = accuracies;
    }
  }

  @ParameterizedTest
  @EnumSource
  void callsAreWorthWhatScikitLearnSays(Called stored) {
    Confusion confusion = new Confusion();
    for (int i = 0; i < stored.truths.length(); i++) {
      confusion.add(stored.truths.charAt(i) - '0', stored.calls.charAt(i) - '0');
    }
    assertEquals(stored.accuracy, confusion.accuracy(), TINY);
    for (int type = 0; type < Confusion.CLASSES; type++) {
      assertEquals(stored.precision[type], confusion.precision(type), TINY, "precision " + type);
      assertEquals(stored.recall[type], confusion.recall(type), TINY, "recall " + type);
      assertEquals(stored.f1[type], confusion.f1(type), TINY, "F1 " + type);
      assertEquals(stored.accuracies[type], confusion.accuracy(type), TINY, "accuracy " + type);
    }
  }
}
