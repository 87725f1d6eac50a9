package org.splicespark.variant;

/**
 * The four delta scores of an allele in a gene: acceptor gain, acceptor loss, donor gain, donor
 * loss. A gain is the largest increase of the probability, a loss the largest decrease (both mostly
 * positive).
 */
public record DeltaScore(Peak acceptorGain, Peak acceptorLoss, Peak donorGain, Peak donorLoss)
    implements Score {

  @Override
  public float largest() {
    return Math.max(
        Math.max(acceptorGain.score(), acceptorLoss.score()),
        Math.max(donorGain.score(), donorLoss.score()));
  }
}
