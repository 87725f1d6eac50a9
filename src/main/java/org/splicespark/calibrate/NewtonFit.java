package org.splicespark.calibrate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
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
        break; // No number between the two is left.
      }
      here = next;
    }
    return new Fit(classes.temperature(here.factors), passes);
  }

  private Point at(double[] factors) {
    passes++;
    return new Point(factors, likelihood.at(classes.temperature(factors)));
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
            .filter(i -> gradient[i] > 0 ? here.factors[i] > LEAST_FACTOR : gradient[i] < 0)
            .filter(i -> gradient[i] > 0 || here.factors[i] < MOST_FACTOR)
            .toArray();
    RealMatrix hessian =
        new Array2DRowRealMatrix(classes.hessian(here.sums)).getSubMatrix(free, free);
    ArrayRealVector slope = new ArrayRealVector(Arrays.stream(free).mapToDouble(i -> gradient[i]).toArray());
    // Singular where classes are not told apart by the data: the shortest of all steps then.
    double[] step = new SingularValueDecomposition(hessian).getSolver().solve(slope).toArray();
    double[] direction = new double[gradient.length];
    for (int i = 0; i < free.length; i++) {
      // A flat Hessian knows no step: down the slope, which is shortened as any other.
      direction[free[i]] = slope.dotProduct(new ArrayRealVector(step)) > 0 ? -step[i] : -gradient[free[i]];
    }
    return direction;
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
      if (next.sums.loss() <= here.sums.loss() - ARMIJO * promised && promised > 0) {
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
