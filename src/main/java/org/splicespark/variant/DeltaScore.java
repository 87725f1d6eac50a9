package org.splicespark.variant;

/**
 * The four delta scores of an allele in a gene: acceptor gain, acceptor loss, donor gain, donor
 * loss. A gain is the largest increase of the probability, a loss the largest decrease (both mostly
 * positive).
 */
public record DeltaScore(Peak acceptorGain, Peak acceptorLoss, Peak donorGain, Peak donorLoss) {

  /**
   * A score and where it is.
   *
   * @param score -1 to 1
   * @param position bases from the record's POS, on the forward strand
   */
  public record Peak(float score, int position) {}
}
