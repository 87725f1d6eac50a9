package org.splicespark.variant;

/**
 * One allele in one gene, and how far around it the network is asked.
 *
 * @param outputsAfter outputs of the alternate after its last ALT base. Reference positions from
 *     the end of REF to the end of the window; negative where the published scorers cut a long
 *     deletion's window short
 */
public record Query(TargetGene gene, Allele allele, int distance, int outputsAfter) {

  /** Default mode: the alternate is known at least up to its last base. */
  static Query of(TargetGene gene, Allele allele, int distance) {
    return new Query(gene, allele, distance, Math.max(0, distance + 1 - allele.refLength()));
  }

  /** The published scorers' window: both sequences end at the same reference base. */
  static Query compat(TargetGene gene, Allele allele, int distance) {
    return new Query(gene, allele, distance, distance + 1 - allele.refLength());
  }

  /**
   * First output of reference and alternate, 0-based on the contig; may be negative at a contig's
   * start.
   */
  public int firstOutput() {
    return allele.start() - distance;
  }

  public int referenceOutputs() {
    return 2 * distance + 1;
  }

  public int alternateOutputs() {
    return distance + allele.altLength() + outputsAfter;
  }
}
