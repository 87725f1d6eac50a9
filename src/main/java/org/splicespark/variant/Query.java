package org.splicespark.variant;

/**
 * One allele in one gene, and how far around it the network is asked.
 *
 * @param gene what is read; its bases outside are hidden
 * @param referenceOutputs outputs of the reference, from {@link #firstOutput}
 * @param outputsAfter outputs of the alternate after its last ALT base. Reference positions from
 *     the end of REF to the end of the window; negative where the published scorers cut a long
 *     deletion's window short
 * @param wholeAlt show the network all of ALT, also what takes the place of bases outside the gene
 */
public record Query(
    TargetGene gene,
    Allele allele,
    int distance,
    int referenceOutputs,
    int outputsAfter,
    boolean wholeAlt) {

  /** One whose ALT is hidden where the gene does not reach. */
  public Query(
      TargetGene gene, Allele allele, int distance, int referenceOutputs, int outputsAfter) {
    this(gene, allele, distance, referenceOutputs, outputsAfter, false);
  }

  /** Default mode: the alternate is known at least up to its last base. */
  static Query of(TargetGene gene, Allele allele, int distance) {
    int after = Math.max(0, distance + 1 - allele.refLength());
    return new Query(gene, allele, distance, 2 * distance + 1, after);
  }

  /** The published scorers' window: both sequences end at the same reference base. */
  static Query compat(TargetGene gene, Allele allele, int distance) {
    return new Query(gene, allele, distance, 2 * distance + 1, distance + 1 - allele.refLength());
  }

  /**
   * All of REF, with as many bases after it as {@code after} says, however long it is.
   *
   * @param distance outputs before REF
   */
  static Query around(TargetGene gene, Allele allele, int distance, int after) {
    return new Query(gene, allele, distance, distance + allele.refLength() + after, after);
  }

  /** CI-SpliceAI puts ALT in after it has hidden what is outside the gene. */
  Query withWholeAlt() {
    return new Query(gene, allele, distance, referenceOutputs, outputsAfter, true);
  }

  /**
   * First output of reference and alternate, 0-based on the contig; may be negative at a contig's
   * start.
   */
  public int firstOutput() {
    return allele.start() - distance;
  }

  public int alternateOutputs() {
    return distance + allele.altLength() + outputsAfter;
  }

  /** Outputs that an edit asks for after what it inserts: never fewer than before it. */
  int editedAfter() {
    return Math.max(distance, outputsAfter);
  }
}
