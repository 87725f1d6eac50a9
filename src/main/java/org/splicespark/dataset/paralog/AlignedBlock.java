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

  /** The smaller distance from one end of a stretch that is only longer. */
  int drift() {
    return Math.abs((queryEnd - queryStart) - (targetEnd - targetStart));
  }

  /**
   * How much the block is worth, as minimap2 scores bases: 2 for a match, -4 for what is none. A
   * longer stretch on one side costs nothing, as in minimap2's test of where an alignment ends.
   */
  int score() {
    return 2 * matches - 4 * Math.max(0, columns - matches - drift());
  }
}
