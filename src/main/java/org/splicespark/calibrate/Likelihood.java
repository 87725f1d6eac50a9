package org.splicespark.calibrate;

/** A pass over all logits and labels. */
@FunctionalInterface
public interface Likelihood {

  LikelihoodSums at(Temperature temperature);
}
