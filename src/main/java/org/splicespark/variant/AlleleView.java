package org.splicespark.variant;

import org.splicespark.model.SiteType;
import org.splicespark.variant.TrackScorer.Answered;

/**
 * One allele in one gene with all that its delta scores were found in, for people to look at.
 *
 * @param pos the record's first base, 0-based
 * @param score counts positions from {@code pos}
 */
public record AlleleView(
    TargetGene gene, int pos, Query query, Tracks tracks, Rules rules, DeltaScore score) {

  AlleleView(Answered answered, Rules rules, DeltaScore score) {
    this(answered.gene(), answered.pos(), answered.query(), answered.tracks(), rules, score);
  }

  /** Bases that were looked at: the window of the reference. */
  public int bases() {
    return query.referenceOutputs();
  }

  /** Where the window's i-th base is, in bases from the record's POS. */
  public int fromPos(int i) {
    return query.firstOutput() + i - pos;
  }

  /** Probabilities at the window's bases, along the forward strand. */
  public float[] reference(SiteType type) {
    return tracks.of(type).reference();
  }

  /** The alternate's probabilities at the same bases, lined up as they are for the scores. */
  public float[] alternate(SiteType type) {
    return Alignment.of(tracks.of(type).alternate(), query, rules);
  }
}
