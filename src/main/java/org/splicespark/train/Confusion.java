package org.splicespark.train;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How often each class (0 neither, 1 acceptor, 2 donor) was called which, by the most probable
 * class. Ratios whose denominator is 0 are 0, as scikit-learn's with {@code zero_division=0}.
 */
public final class Confusion implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Number of classes. */
  public static final int CLASSES = 3;

  /** By truth, then by call. */
  private final long[] counts = new long[CLASSES * CLASSES];

  /** Counts a place. */
  public void add(int truth, int call) {
    counts[CLASSES * truth + call]++;
  }

  /** Adds what another has counted. */
  public void merge(Confusion other) {
    Arrays.setAll(counts, i -> counts[i] + other.counts[i]);
  }

  /** Places of a class that were called so. */
  public long count(int truth, int call) {
    return counts[CLASSES * truth + call];
  }

  /** All places. */
  public long places() {
    return Arrays.stream(counts).sum();
  }

  /** Places called rightly, of all. */
  public double accuracy() {
    return ratio(count(0, 0) + count(1, 1) + count(2, 2), places());
  }

  /**
   * The mean of the classes' recalls, 0 for a class that is not there, which scikit-learn's {@code
   * balanced_accuracy_score} leaves out; the published trainer writes it as accuracy, and a class's
   * recall as the accuracy of the class.
   */
  public double balancedAccuracy() {
    return (recall(0) + recall(1) + recall(2)) / CLASSES;
  }

  /** Places rightly called the class or not the class, of all. */
  public double accuracy(int type) {
    long wrong = called(type) + present(type) - 2 * count(type, type);
    return ratio(places() - wrong, places());
  }

  /** Of places that were called the class, those that are: TP / (TP + FP). */
  public double precision(int type) {
    return ratio(count(type, type), called(type));
  }

  /** Of places of the class, those that were called so: TP / (TP + FN). */
  public double recall(int type) {
    return ratio(count(type, type), present(type));
  }

  /** The harmonic mean of both: 2 TP / (2 TP + FP + FN). */
  public double f1(int type) {
    return ratio(2 * count(type, type), called(type) + present(type));
  }

  private long called(int type) {
    return count(0, type) + count(1, type) + count(2, type);
  }

  private long present(int type) {
    return count(type, 0) + count(type, 1) + count(type, 2);
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
