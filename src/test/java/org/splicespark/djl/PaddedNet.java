package org.splicespark.djl;

import java.util.Map;
import org.splicespark.model.Flank;
import org.splicespark.testing.PtFiles.Weights;

/**
 * The network as published, in plain loops and double precision: every convolution padded with
 * zeros to its input's length, cropped in the end. Slow; the judge of {@link SpliceNet}.
 */
final class PaddedNet {
  private final Flank flank;
  private final Map<String, Weights> weights;
  private final double slope;
  private final double epsilon;

  PaddedNet(Flank flank, Map<String, Weights> weights) {
    this(flank, weights, 0.1, 1e-5);
  }

  /**
   * @param slope of the activation below zero
   * @param epsilon of the batch normalisation
   */
  PaddedNet(Flank flank, Map<String, Weights> weights, double slope, double epsilon) {
    this.slope = slope;
    this.epsilon = epsilon;
    this.flank = flank;
    this.weights = weights;
  }

  /** Probabilities, 3 x (L - flank), of a sequence, 4 x L. */
  double[][] forward(double[][] sequence) {
    double[][] x = convolved(sequence, "initial_conv", 1);
    double[][] sum = convolved(x, "initial_skip.conv", 1);
    int module = 0;
    int units = 0;
    for (Flank.Unit unit : flank.units()) {
      String name = "residual_units." + module++;
      double[][] y =
          convolved(activated(x, name + ".batchnorm1"), name + ".conv1", unit.dilation());
      y = convolved(activated(y, name + ".batchnorm2"), name + ".conv2", unit.dilation());
      x = added(x, y);
      if (++units % 4 == 0) {
        sum = added(sum, convolved(x, "residual_units." + module++ + ".conv", 1));
      }
    }
    return softmax(convolved(cropped(sum), "final_conv", 1));
  }

  private double[][] convolved(double[][] x, String name, int dilation) {
    Weights weight = weights.get(name + ".weight");
    int from = (int) weight.shape()[1];
    int width = (int) weight.shape()[2];
    double[][] y = new double[(int) weight.shape()[0]][x[0].length];
    for (int o = 0; o < y.length; o++) {
      java.util.Arrays.fill(y[o], weights.get(name + ".bias").values()[o]);
      for (int c = 0; c < from; c++) {
        for (int k = 0; k < width; k++) {
          double w = weight.values()[(o * from + c) * width + k];
          addShifted(y[o], x[c], w, (k - width / 2) * dilation);
        }
      }
    }
    return y;
  }

  private static void addShifted(double[] y, double[] x, double weight, int shift) {
    for (int i = Math.max(0, -shift); i < Math.min(y.length, y.length - shift); i++) {
      y[i] += weight * x[i + shift];
    }
  }

  private double[][] activated(double[][] x, String name) {
    double[][] y = new double[x.length][x[0].length];
    for (int c = 0; c < x.length; c++) {
      double mean = weights.get(name + ".running_mean").values()[c];
      double deviation = Math.sqrt(weights.get(name + ".running_var").values()[c] + epsilon);
      double scale = weights.get(name + ".weight").values()[c] / deviation;
      for (int i = 0; i < x[c].length; i++) {
        double normal = (x[c][i] - mean) * scale + weights.get(name + ".bias").values()[c];
        y[c][i] = normal < 0 ? slope * normal : normal;
      }
    }
    return y;
  }

  private static double[][] added(double[][] a, double[][] b) {
    double[][] sum = new double[a.length][a[0].length];
    for (int c = 0; c < a.length; c++) {
      for (int i = 0; i < a[c].length; i++) {
        sum[c][i] = a[c][i] + b[c][i];
      }
    }
    return sum;
  }

  private double[][] cropped(double[][] x) {
    double[][] middle = new double[x.length][];
    for (int c = 0; c < x.length; c++) {
      middle[c] = java.util.Arrays.copyOfRange(x[c], flank.half(), x[c].length - flank.half());
    }
    return middle;
  }

  private static double[][] softmax(double[][] x) {
    double[][] y = new double[x.length][x[0].length];
    for (int i = 0; i < x[0].length; i++) {
      double sum = 0;
      for (double[] channel : x) {
        sum += Math.exp(channel[i]);
      }
      for (int c = 0; c < x.length; c++) {
        y[c][i] = Math.exp(x[c][i]) / sum;
      }
    }
    return y;
  }
}
