package org.splicespark.dataset.paralog;

/**
 * Two stretches of bases that are aligned with each other. Coordinates are 0-based and half-open.
 *
 * @param queryStart first base in the first gene
 * @param queryEnd first base after it in the first gene
 * @param targetStart first base in the second gene, on the strand that matched
 * @param targetEnd first base after it in the second gene
 * @param matches columns with the same base twice
 * @param columns all columns, gaps included, but not those with a base that is no A, C, G or T
 */
record AlignedBlock(
    int queryStart, int queryEnd, int targetStart, int targetEnd, int matches, int columns) {

  double identity() {
    return columns == 0 ? 0 : (double) matches / columns;
  }

  /**
   * @param queryLength of the whole first gene, in bases
   */
  double coverage(int queryLength) {
    return (double) (queryEnd - queryStart) / queryLength;
  }

  /** This block with another on its left (in front of both starts) or right, without a gap. */
  AlignedBlock join(AlignedBlock other) {
    return new AlignedBlock(
        Math.min(queryStart, other.queryStart),
        Math.max(queryEnd, other.queryEnd),
        Math.min(targetStart, other.targetStart),
        Math.max(targetEnd, other.targetEnd),
        matches + other.matches,
        columns + other.columns);
  }

  /** By how many bases one stretch is longer than the other. */
  int drift() {
    return Math.abs((queryEnd - queryStart) - (targetEnd - targetStart));
  }
}
