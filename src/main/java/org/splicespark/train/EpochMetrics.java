package org.splicespark.train;

import java.io.Serializable;

/**
 * A network's answers to one set of examples, all of it.
 *
 * @param loss mean over the examples
 * @param places labelled places that metrics are about: those behind a gene's end are not
 * @param accuracy see {@link Confusion#accuracy()}
 * @param balancedAccuracy see {@link Confusion#balancedAccuracy}
 */
public record EpochMetrics(
    double loss,
    long examples,
    long places,
    double accuracy,
    double balancedAccuracy,
    SiteMetrics acceptor,
    SiteMetrics donor)
    implements Serializable {
  public EpochMetrics {
    if (examples < 1 || places < 0) {
      throw new IllegalArgumentException(examples + " examples with " + places + " places");
    }
  }
}
