package org.splicespark.variant;

/**
 * How much an allele changes the use of a site, of either type, in the tissue where it changes
 * most.
 *
 * @param gain the largest increase (mostly positive)
 * @param loss the largest decrease (mostly negative)
 * @param unmaskable a mask was asked for but the gene has no annotated site
 */
public record TissueScore(Peak gain, Peak loss, boolean unmaskable) implements Score {

  @Override
  public float largest() {
    return Math.max(gain.score(), -loss.score());
  }
}
