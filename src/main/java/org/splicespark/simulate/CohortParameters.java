package org.splicespark.simulate;

/**
 * How large a made-up cohort is.
 *
 * @param records sites, over all contigs
 * @param samples columns of genotypes
 * @param seed another seed gives another cohort of the same size
 */
public record CohortParameters(long records, int samples, long seed) {

  /**
   * @throws IllegalArgumentException in words for the user
   */
  public CohortParameters {
    if (records < 1 || samples < 0) {
      throw new IllegalArgumentException(
          "a cohort has at least 1 record, and no fewer than 0 samples");
    }
  }
}
