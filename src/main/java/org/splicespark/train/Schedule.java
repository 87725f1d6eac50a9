package org.splicespark.train;

import java.io.Serializable;
import java.util.List;

/**
 * How the learning rate changes as training goes on: a pure function of the epoch, which is a
 * fraction within epochs, so that resuming needs no state. A rate multiplies a step of the
 * optimizer and has no unit.
 */
public sealed interface Schedule extends Serializable {

  /**
   * The rate at a point of the training.
   *
   * @param epoch from 0, with the part of the epoch that is done
   */
  double rate(double epoch);

  /**
   * The rate that a step is taken with.
   *
   * @param step from 0, over all epochs
   * @param stepsPerEpoch of the worker with the most
   */
  default double rateOfStep(long step, long stepsPerEpoch) {
    return rate((double) step / stepsPerEpoch);
  }

  /**
   * PyTorch's MultiStepLR: {@code base * gamma^(number of milestones <= epoch)}.
   *
   * @param milestones epochs at whose beginning the rate is multiplied by gamma
   */
  record MultiStep(double base, List<Integer> milestones, double gamma) implements Schedule {
    public MultiStep {
      milestones = List.copyOf(milestones);
      requirePositive(base);
      if (!(gamma > 0 && gamma <= 1)) {
        throw new IllegalArgumentException("gamma " + gamma + " is not above 0 and at most 1");
      }
    }

    @Override
    public double rate(double epoch) {
      return base * Math.pow(gamma, milestones.stream().filter(m -> m <= epoch).count());
    }
  }

  /**
   * PyTorch's CosineAnnealingWarmRestarts with T_mult = 1 (Loshchilov and Hutter 2017, equation 5):
   * {@code minimum + (base - minimum) * (1 + cos(pi * (epoch mod period) / period)) / 2}.
   *
   * @param period epochs from one restart to the next, T_0
   * @param minimum eta_min
   */
  record CosineRestarts(double base, int period, double minimum) implements Schedule {
    public CosineRestarts {
      requirePositive(base);
      if (period < 1 || !(minimum >= 0 && minimum <= base)) {
        throw new IllegalArgumentException(
            "a period of " + period + " epochs down to a rate of " + minimum + " from " + base);
      }
    }

    @Override
    public double rate(double epoch) {
      double done = epoch >= period ? epoch % period : epoch;
      return minimum + (base - minimum) * (1 + Math.cos(Math.PI * done / period)) / 2;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The published trainer sets the rate after a step from the number of that step, so each
     * step has the rate of the one before.
     */
    @Override
    public double rateOfStep(long step, long stepsPerEpoch) {
      return rate((double) Math.max(0, step - 1) / stepsPerEpoch);
    }
  }

  private static void requirePositive(double base) {
    if (!(base > 0 && base < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a learning rate of " + base);
    }
  }
}
