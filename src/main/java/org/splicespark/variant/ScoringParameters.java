package org.splicespark.variant;

import java.io.Serializable;
import java.util.List;

/**
 * How alleles are scored.
 *
 * @param distance bases on each side of the variant that are looked at
 * @param masked leave out gains at annotated sites and losses elsewhere
 * @param rules whose rules hold
 * @param genes in which genes
 * @param tissues those that are looked at, of a model that tells tissues apart; empty for all
 */
public record ScoringParameters(
    int distance, boolean masked, Rules rules, GeneChoice genes, List<String> tissues)
    implements Serializable {
  public static final int DEFAULT_DISTANCE = 50;

  /** The published scorers' own limit. */
  public static final int LARGEST_DISTANCE = 4999;

  public ScoringParameters {
    if (distance < 1 || distance > LARGEST_DISTANCE) {
      throw new IllegalArgumentException(
          "distance must be 1 to " + LARGEST_DISTANCE + ", not " + distance);
    }
    tissues = List.copyOf(tissues);
  }

  /**
   * Every gene, and nothing outside it.
   *
   * @param compat exactly the published scorers' rules, their gaps included
   */
  public ScoringParameters(int distance, boolean masked, boolean compat) {
    this(distance, masked, compat ? Rules.COMPAT : Rules.OWN, GeneChoice.EVERY, List.of());
  }

  /** Positions in a window of outputs. */
  public int outputs() {
    return 2 * distance + 1;
  }
}
