package org.splicespark.calibrate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Newton's method within a box: Bertsekas 1982, "Projected Newton Methods for Optimization Problems
 * with Simple Constraints". A factor at its limit that wants to go further stays there, the others
 * take Newton's step, and what leaves the box is put back on its wall; the step is halved until the
 * loss falls by enough. The loss is convex in the factors, so there is one minimum, and {@link
 * #gap} bounds how far above it a point is.
 */
final class NewtonFit {
  /** In nats; far below what the published program's own rule notices (1e-6). */
  static final double ENOUGH = 1e-10;

  private static final int MOST_PASSES = 200;
  private static final double LEAST_FACTOR = 1 / Temperature.MOST;
  private static final double MOST_FACTOR = 1 / Temperature.LEAST;

  /** Share of what the gradient promises: Armijo 1966. */
  private static final double ARMIJO = 1e-4;

  /** Of a loss: near the minimum, what a step gains is less than the sums' last digits. */
  private static final double ROUNDING = 1e-14;

  private final Likelihood likelihood;
  private final Classes classes;
  private int passes;

  NewtonFit(Likelihood likelihood, Classes classes) {
    this.likelihood = likelihood;
    this.classes = classes;
  }

  private record Point(double[] factors, LikelihoodSums sums) {}

  Fit run() {
    double[] ones = new double[classes.count()];
    Arrays.fill(ones, 1);
    Point here = at(ones);
    while (gap(here) > ENOUGH && passes < MOST_PASSES) {
      Point next = better(here, direction(here));
      if (next == here) {
        // A wall may bend Newton's step until it climbs; steps of each factor by itself never do.
        next = better(here, single(here));
      }
      if (next == here) {
        break; // No number between the two is left.
      }
      here = next;
    }
    return new Fit(classes.temperature(here.factors), passes, gap(here));
  }

  private Point at(double[] factors) {
    passes++;
    return new Point(factors, likelihood.at(classes.temperature(factors)).requireNumber());
  }

  /**
   * No point of the box has a loss that is less by more than this: a convex function lies above its
   * tangents (Frank and Wolfe 1956).
   */
  private double gap(Point here) {
    double[] gradient = classes.gradient(here.sums);
    return IntStream.range(0, gradient.length)
        .mapToDouble(
            i -> gradient[i] * (here.factors[i] - (gradient[i] > 0 ? LEAST_FACTOR : MOST_FACTOR)))
        .sum();
  }

  /** Newton's step of the factors that are free to go, 0 for the others. */
  private double[] direction(Point here) {
    double[] gradient = classes.gradient(here.sums);
    int[] free =
        IntStream.range(0, gradient.length)
            .filter(i -> isFree(here.factors[i], gradient[i]))
            .toArray();
    double[] slope = Arrays.stream(free).mapToDouble(i -> gradient[i]).toArray();
    double[] step = step(classes.hessian(here.sums), free, slope);
    double[] direction = new double[gradient.length];
    for (int i = 0; i < free.length; i++) {
      direction[free[i]] = -step[i];
    }
    return direction;
  }

  /** Newton's step of each factor as if it were the only one; not longer than the box is wide. */
  private double[] single(Point here) {
    double[] gradient = classes.gradient(here.sums);
    double[][] hessian = classes.hessian(here.sums);
    double[] step = new double[gradient.length];
    for (int i = 0; i < step.length; i++) {
      double length = Math.min(Math.abs(gradient[i]) / hessian[i][i], MOST_FACTOR);
      step[i] = gradient[i] == 0 ? 0 : -Math.signum(gradient[i]) * length;
    }
    return step;
  }

  /** Whether the slope leads away from the limit that a factor may be at. */
  private static boolean isFree(double factor, double slope) {
    return slope > 0 ? factor > LEAST_FACTOR : slope < 0 && factor < MOST_FACTOR;
  }

  /** The slope over the curvature, or the slope itself where there is no curvature at all. */
  private static double[] step(double[][] hessian, int[] free, double[] slope) {
    RealMatrix curvature = new Array2DRowRealMatrix(hessian).getSubMatrix(free, free);
    RealVector down = new ArrayRealVector(slope);
    // Singular where the data do not tell classes apart: the shortest of all steps then.
    RealVector step = new SingularValueDecomposition(curvature).getSolver().solve(down);
    return step.dotProduct(down) > 0 ? step.toArray() : slope;
  }

  /** The first point along a direction that is enough better; the point itself if there is none. */
  private Point better(Point here, double[] direction) {
    double[] gradient = classes.gradient(here.sums);
    for (double length = 1; length > 1e-9; length /= 2) {
      double[] factors = moved(here.factors, direction, length);
      double promised = 0;
      for (int i = 0; i < factors.length; i++) {
        promised += gradient[i] * (here.factors[i] - factors[i]);
      }
      Point next = at(factors);
      double enough = here.sums.loss() * (1 + ROUNDING) - ARMIJO * promised;
      if (promised > 0 && next.sums.loss() <= enough) {
        return next;
      }
    }
    return here;
  }

  private static double[] moved(double[] from, double[] direction, double length) {
    double[] factors = new double[from.length];
    Arrays.setAll(
        factors,
        i -> Math.max(LEAST_FACTOR, Math.min(MOST_FACTOR, from[i] + length * direction[i])));
    return factors;
  }
}
