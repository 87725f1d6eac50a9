package org.splicespark.calibrate;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.splicespark.model.SiteType;

/**
 * How well a network's probabilities at a temperature fit a data set. Those of many machines are
 * merged, in memory that does not grow. Not safe for threads.
 */
public final class Calibration implements Serializable {
  /** Of the most probable class's confidence, as the published program has them. */
  public static final int ERROR_BINS = 15;

  /** Of each class's probability. */
  public static final int CURVE_BINS = 30;

  private static final long serialVersionUID = 1L;

  private final Temperature temperature;
  private final Reliability confidence = new Reliability(ERROR_BINS);
  private final List<Reliability> classes =
      Stream.of(SiteType.values()).map(type -> new Reliability(CURVE_BINS)).toList();
  private final double[] squares = new double[LabelledLogits.CLASSES];
  private double loss;
  private long places;

  public Calibration(Temperature temperature) {
    this.temperature = temperature;
  }

  public void add(LabelledLogits batch) {
    Softmax softmax = new Softmax();
    batch.visit(temperature, (logits, scaled, label) -> add(softmax.of(scaled), label));
  }

  private void add(Softmax softmax, int label) {
    places++;
    loss += softmax.surprise(label);
    confidence.add(softmax.p(softmax.best()), softmax.best() == label);
    for (int c = 0; c < squares.length; c++) {
      double off = c == label ? softmax.others(c) : softmax.p(c);
      squares[c] += off * off;
      classes.get(c).add(softmax.p(c), c == label);
    }
  }

  /** Adds what another has counted at the same temperature; the other stays as it is. */
  public void merge(Calibration other) {
    places += other.places;
    loss += other.loss;
    confidence.merge(other.confidence);
    for (int c = 0; c < squares.length; c++) {
      squares[c] += other.squares[c];
      classes.get(c).merge(other.classes.get(c));
    }
  }

  /** At which the network was asked. */
  public Temperature temperature() {
    return temperature;
  }

  public long places() {
    return places;
  }

  /** Mean negative log-likelihood, in nats. */
  public double loss() {
    return loss / places;
  }

  /** Expected calibration error. */
  public double error() {
    return confidence.error();
  }

  /** Mean square of the distance between a class's probability and the truth: Brier 1950. */
  public double brier(SiteType type) {
    return squares[type.channel()] / places;
  }

  /** Of a class's probability. */
  public List<Reliability.Bin> curve(SiteType type) {
    return classes.get(type.channel()).bins();
  }
}
