package org.splicespark.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.splicespark.model.Flank;

/**
 * How much arithmetic scoring needs, and how much the machine can do: what a benchmark compares.
 */
public final class Arithmetic {
  private static final long MATRIX = 1024;
  private static final int PRODUCTS = 40;

  private Arithmetic() {}

  /**
   * What this machine's matrix product reaches, the ceiling of any convolution.
   *
   * @return multiply-adds per second of one thread, the best of several products of 1024 x 1024
   *     matrices
   */
  public static double matrixPeak() {
    NativeBoot.start(1);
    try (NoGradients off = new NoGradients();
        NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      NDArray a = manager.randomUniform(0, 1, new Shape(MATRIX, MATRIX));
      double best = 0;
      for (int i = 0; i < PRODUCTS; i++) {
        long started = System.nanoTime();
        a.matMul(a).close();
        best =
            Math.max(best, (double) MATRIX * MATRIX * MATRIX * 1e9 / (System.nanoTime() - started));
      }
      return best;
    }
  }

  /**
   * The least arithmetic that a changed base costs: the alternate's strip, where the reference is
   * there already. One model; multiply-adds.
   *
   * @param bases the flank
   * @param distance bases on either side of the change whose scores are wanted
   */
  public static long multiplyAddsOfOneBase(int bases, int distance) {
    return new Strips(Flank.of(bases), 1, distance, distance).multiplyAdds();
  }
}
