package org.splicespark.cli.bench;

import java.util.List;

/**
 * One case, measured over several rounds.
 *
 * @param alleles outcomes with scores in one round
 * @param multiplyAdds done in one round
 * @param seconds of each round
 */
public record Measured(
    String workload,
    String scorer,
    int flank,
    int models,
    long alleles,
    long multiplyAdds,
    List<Double> seconds) {

  public double medianSeconds() {
    return new Rounds(seconds).median();
  }

  public double perSecond() {
    return alleles / medianSeconds();
  }

  /** Billions of floating-point operations per second, two per multiply-add. */
  public double gigaflops() {
    return 2e-9 * multiplyAdds / medianSeconds();
  }
}
