package org.splicespark.variant;

/** From a network's answer about an allele in a gene to a score. */
interface TrackScorer {

  Score score(Answered answered);

  /**
   * A query with its answer.
   *
   * @param gene whose sites a mask goes by
   * @param pos the record's first base, 0-based; positions are given from there
   */
  record Answered(Query query, Tracks tracks, TargetGene gene, int pos) {

    /** The position of the first output, from the record's first base. */
    int firstPosition() {
      return query.firstOutput() - pos;
    }
  }
}
