package org.splicespark.variant;

import java.io.Serializable;

/**
 * How alleles are scored.
 *
 * @param distance bases on each side of the variant that are looked at
 * @param masked leave out gains at annotated sites and losses elsewhere
 * @param compat exactly the published scorers' rules, their gaps included
 */
public record ScoringParameters(int distance, boolean masked, boolean compat)
    implements Serializable {
  public static final int DEFAULT_DISTANCE = 50;

  /** The published scorers' own limit. */
  public static final int LARGEST_DISTANCE = 4999;

  public ScoringParameters {
    if (distance < 1 || distance > LARGEST_DISTANCE) {
      throw new IllegalArgumentException(
          "distance must be 1 to " + LARGEST_DISTANCE + ", not " + distance);
    }
  }

  /** Positions in a window of outputs. */
  public int outputs() {
    return 2 * distance + 1;
  }
}
