package org.splicespark.calibrate;

/**
 * PyTorch's {@code ReduceLROnPlateau(mode="min", factor=0.1, patience=2)}: a tenth of the rate
 * after three steps in a row whose loss is not below the least so far by a ten-thousandth of it.
 */
final class Plateau {
  private static final double FACTOR = 0.1;
  private static final int PATIENCE = 2;
  private static final double THRESHOLD = 1e-4;

  /** A smaller cut is not made. */
  private static final double LEAST_CUT = 1e-8;

  private double rate = 0.01;
  private double least = Double.POSITIVE_INFINITY;
  private int inVain;

  double now() {
    return rate;
  }

  void after(double loss) {
    if (loss < least * (1 - THRESHOLD)) {
      least = loss;
      inVain = 0;
    } else {
      inVain++;
    }
    if (inVain > PATIENCE) {
      rate = rate - FACTOR * rate > LEAST_CUT ? FACTOR * rate : rate;
      inVain = 0;
    }
  }
}
