package org.splicespark.calibrate;

/** How many temperatures there are. */
public enum Classes {
  /** One number for all classes: Guo et al. 2017. */
  SCALAR(1),
  /** One for each class: OpenSpliceAI. */
  PER_CLASS(3);

  private final int count;

  Classes(int count) {
    this.count = count;
  }

  /** Free factors. */
  int count() {
    return count;
  }

  /** Temperatures of some factors. */
  Temperature temperature(double[] factors) {
    double[] classes = new double[LabelledLogits.CLASSES];
    for (int c = 0; c < classes.length; c++) {
      classes[c] = Temperature.within(1 / factors[group(c)]);
    }
    return Temperature.of(classes);
  }

  /** Of the mean loss, by the free factors. */
  double[] gradient(LikelihoodSums sums) {
    double[] gradient = new double[count];
    for (int c = 0; c < LabelledLogits.CLASSES; c++) {
      gradient[group(c)] += sums.gradient(c);
    }
    return gradient;
  }

  /** Of the mean loss, by the free factors. */
  double[][] hessian(LikelihoodSums sums) {
    double[][] hessian = new double[count][count];
    for (int c = 0; c < LabelledLogits.CLASSES; c++) {
      for (int d = 0; d < LabelledLogits.CLASSES; d++) {
        hessian[group(c)][group(d)] += sums.hessian(c, d);
      }
    }
    return hessian;
  }

  private int group(int c) {
    return this == SCALAR ? 0 : c;
  }
}
