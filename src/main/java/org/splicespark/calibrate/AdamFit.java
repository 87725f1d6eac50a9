package org.splicespark.calibrate;

import java.util.Arrays;

/**
 * The published program's search: Adam (Kingma and Ba 2015, PyTorch's defaults) on the temperatures
 * themselves, the rate cut to a tenth when the loss stays on a plateau, and an end after two steps
 * that each gain less than 1e-6. What it returns are the temperatures one step after the least loss
 * that it saw: so does the published program.
 */
final class AdamFit {
  private static final int MOST_STEPS = 2000;
  private static final int PATIENCE = 2;
  private static final double LEAST_GAIN = 1e-6;
  private static final double FIRST_DECAY = 0.9;
  private static final double SECOND_DECAY = 0.999;
  private static final double EPSILON = 1e-8;

  private final Likelihood likelihood;
  private final Classes classes;
  private final Plateau rate = new Plateau();
  private final double[] temperatures;
  private final double[] first;
  private final double[] second;

  AdamFit(Likelihood likelihood, Classes classes) {
    this.likelihood = likelihood;
    this.classes = classes;
    this.temperatures = new double[classes.count()];
    this.first = new double[classes.count()];
    this.second = new double[classes.count()];
    Arrays.fill(temperatures, 1);
  }

  Fit run() {
    double least = Double.POSITIVE_INFINITY;
    Temperature best = Temperature.ONE;
    int inVain = 0;
    int step = 0;
    while (step < MOST_STEPS && inVain < PATIENCE) {
      LikelihoodSums sums = likelihood.at(temperature()).requireNumber();
      step(sums, ++step);
      rate.after(sums.loss());
      if (least - sums.loss() > LEAST_GAIN) {
        least = sums.loss();
        best = temperature();
        inVain = 0;
      } else {
        inVain++;
      }
    }
    return new Fit(best, step, Double.NaN);
  }

  private Temperature temperature() {
    return classes.temperature(Arrays.stream(temperatures).map(t -> 1 / t).toArray());
  }

  private void step(LikelihoodSums sums, int step) {
    double[] byFactor = classes.gradient(sums);
    for (int i = 0; i < temperatures.length; i++) {
      double gradient = -byFactor[i] / (temperatures[i] * temperatures[i]); // a = 1 / T
      first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * gradient;
      second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * gradient * gradient;
      double mean = first[i] / (1 - Math.pow(FIRST_DECAY, step));
      double spread = Math.sqrt(second[i] / (1 - Math.pow(SECOND_DECAY, step)));
      temperatures[i] =
          Temperature.within(temperatures[i] - rate.now() * mean / (spread + EPSILON));
    }
  }
}
