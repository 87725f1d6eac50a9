package org.splicespark.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Logits whose true temperature is known: labels are drawn from their softmax at it. */
public final class RandomLogits {
  private RandomLogits() {}

  /** Some batches of different sizes; one place in twenty is behind a gene's end. */
  public static List<LabelledLogits> batches(int count, Temperature truth, long seed) {
    Random random = new Random(seed);
    List<LabelledLogits> batches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      batches.add(batch(1 + random.nextInt(3), 40, truth, random));
    }
    return batches;
  }

  private static LabelledLogits batch(int count, int length, Temperature truth, Random random) {
    float[] logits = new float[count * 3 * length];
    byte[] labels = new byte[count * length];
    for (int i = 0; i < labels.length; i++) {
      double[] weights = new double[3];
      for (int c = 0; c < 3; c++) {
        int at = (i / length * 3 + c) * length + i % length;
        logits[at] = (float) (2 * random.nextGaussian() + (c == 0 ? 1 : 0));
        weights[c] = Math.exp(logits[at] / truth.classes()[c]);
      }
      labels[i] = (byte) (random.nextInt(20) == 0 ? 3 : drawn(weights, random.nextDouble()));
    }
    return new LabelledLogits(count, logits, labels);
  }

  private static int drawn(double[] weights, double share) {
    double left = share * Arrays.stream(weights).sum();
    return left < weights[0] ? 0 : left < weights[0] + weights[1] ? 1 : 2;
  }

  static Likelihood likelihood(List<LabelledLogits> batches) {
    return temperature -> {
      LikelihoodSums sums = new LikelihoodSums(temperature);
      batches.forEach(sums::add);
      return sums;
    };
  }

  /** The softmax of every place at a temperature, the plain way: places x 3. */
  static List<double[]> probabilities(List<LabelledLogits> batches, Temperature temperature) {
    List<double[]> all = new ArrayList<>();
    for (LabelledLogits batch : batches) {
      int length = batch.labels().length / batch.count();
      for (int n = 0; n < batch.count(); n++) {
        for (int i = 0; i < length; i++) {
          double[] p = new double[3];
          for (int c = 0; c < 3; c++) {
            float logit = batch.logits()[(n * 3 + c) * length + i];
            p[c] = Math.exp(logit / temperature.classes()[c]);
          }
          double sum = p[0] + p[1] + p[2];
          all.add(new double[] {p[0] / sum, p[1] / sum, p[2] / sum});
        }
      }
    }
    return all;
  }

  /** The classes of every place, those behind a gene's end being neither. */
  static List<Integer> labels(List<LabelledLogits> batches) {
    List<Integer> all = new ArrayList<>();
    for (LabelledLogits batch : batches) {
      for (byte label : batch.labels()) {
        all.add(label == 3 ? 0 : (int) label);
      }
    }
    return all;
  }
}
