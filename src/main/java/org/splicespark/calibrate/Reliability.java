package org.splicespark.calibrate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Probabilities that were given to something, against how often it was true: a histogram whose bins
 * are equally wide and have their upper ends, as in Guo et al. 2017. Those of many machines are
 * merged. Not safe for threads.
 */
public final class Reliability implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] counts;
  private final long[] hits;
  private final double[] sums;

  public Reliability(int bins) {
    counts = new long[bins];
    hits = new long[bins];
    sums = new double[bins];
  }

  /**
   * One bin.
   *
   * @param from not in it, but for 0 in the first
   * @param to in it
   * @param count probabilities in it
   * @param hits of them that were true
   * @param mean of the probabilities; NaN if there is none
   */
  public record Bin(double from, double to, long count, long hits, double mean) {
    /** How often it was true; NaN if there is no probability in it. */
    public double share() {
      return (double) hits / count;
    }
  }

  /** Counts a probability. */
  public void add(double probability, boolean hit) {
    int bin = Math.max(0, (int) Math.ceil(probability * counts.length) - 1);
    counts[Math.min(bin, counts.length - 1)]++;
    hits[Math.min(bin, counts.length - 1)] += hit ? 1 : 0;
    sums[Math.min(bin, counts.length - 1)] += probability;
  }

  /** Adds what another of as many bins has counted; the other stays as it is. */
  public void merge(Reliability other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
      hits[i] += other.hits[i];
      sums[i] += other.sums[i];
    }
  }

  /** All bins in their order, empty ones too. */
  public List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    double all = counts.length;
    for (int i = 0; i < counts.length; i++) {
      bins.add(new Bin(i / all, (i + 1) / all, counts[i], hits[i], sums[i] / counts[i]));
    }
    return Collections.unmodifiableList(bins);
  }

  /**
   * The mean distance of a probability's bin from the truth: the expected calibration error of Guo
   * et al. 2017, equation 3, if the probabilities are those of the most probable class.
   */
  public double error() {
    double error = 0;
    long all = 0;
    for (int i = 0; i < counts.length; i++) {
      error += Math.abs(sums[i] - hits[i]);
      all += counts[i];
    }
    return error / all;
  }
}
