package org.splicespark.calibrate;

/**
 * Probabilities of one place, and how far the probable one is from 1: a good network is so sure
 * that 1 - p has no digits left if it is computed as that.
 */
final class Softmax {
  private final double[] probabilities = new double[LabelledLogits.CLASSES];
  private double[] logits;
  private int best;
  private double rest;

  /** Takes the logits of a place; the array is read until the next. */
  Softmax of(double[] ofPlace) {
    logits = ofPlace;
    best = 0;
    for (int c = 1; c < ofPlace.length; c++) {
      best = ofPlace[c] > ofPlace[best] ? c : best;
    }
    rest = 0;
    for (int c = 0; c < ofPlace.length; c++) {
      probabilities[c] = Math.exp(ofPlace[c] - ofPlace[best]);
      rest += c == best ? 0 : probabilities[c];
    }
    for (int c = 0; c < ofPlace.length; c++) {
      probabilities[c] /= 1 + rest;
    }
    return this;
  }

  /** The most probable class, the first of equals. */
  int best() {
    return best;
  }

  double p(int c) {
    return probabilities[c];
  }

  /** One less p, in full precision. */
  double others(int c) {
    double others = 0;
    for (int d = 0; d < probabilities.length; d++) {
      others += d == c ? 0 : probabilities[d];
    }
    return others;
  }

  /** The negative logarithm of a class's probability, in full precision. */
  double surprise(int c) {
    return logits[best] - logits[c] + Math.log1p(rest);
  }
}
