package org.splicespark.variant;

import java.util.OptionalInt;
import org.splicespark.model.Channels;
import org.splicespark.model.SiteType;
import org.splicespark.variant.Score.Peak;

/**
 * From probabilities of acceptors and donors to delta scores: lines the alternate up with the
 * reference, masks, finds the peaks.
 */
final class DeltaScorer implements TrackScorer {
  private final boolean masked;
  private final Rules rules;

  /**
   * @param channels what the network answers
   * @throws IllegalArgumentException if it does not tell acceptors from donors
   */
  DeltaScorer(ScoringParameters parameters, Channels channels) {
    if (channels.meaning() != Channels.Meaning.SITES) {
      throw new IllegalArgumentException("a model without acceptors and donors: " + channels);
    }
    this.masked = parameters.masked();
    this.rules = parameters.rules();
  }

  @Override
  public DeltaScore score(Answered answered) {
    return new DeltaScore(
        peak(answered, SiteType.ACCEPTOR, 1),
        peak(answered, SiteType.ACCEPTOR, -1),
        peak(answered, SiteType.DONOR, 1),
        peak(answered, SiteType.DONOR, -1));
  }

  /**
   * @param sign 1 for a gain, -1 for a loss
   */
  private Peak peak(Answered answered, SiteType type, int sign) {
    Tracks.Pair pair = answered.tracks().of(type);
    float[] alternate = Alignment.of(pair.alternate(), answered.query(), rules);
    float[] reference = pair.reference();
    float[] change = new float[alternate.length];
    for (int i = 0; i < change.length; i++) {
      change[i] = sign > 0 ? alternate[i] - reference[i] : reference[i] - alternate[i];
    }
    if (rules == Rules.CI_SPLICEAI) {
      asOneChange(answered, type, sign, change);
    } else if (masked && rules == Rules.OWN) {
      maskBySite(answered, type, sign, change);
    }
    Peak highest = Peak.highest(change, answered.firstPosition());
    return masked && rules == Rules.COMPAT ? maskedAfterwards(answered, highest, sign) : highest;
  }

  /** Before the peak is looked for: no gain where a site is annotated, no loss where none is. */
  private static void maskBySite(Answered answered, SiteType type, int sign, float[] change) {
    int first = answered.query().firstOutput();
    for (int i = 0; i < change.length; i++) {
      if (answered.gene().isAnnotated(type, first + i) == sign > 0) {
        change[i] = 0f;
      }
    }
  }

  /**
   * CI-SpliceAI's gain and loss are the two ends of one change: what the mask takes from the one is
   * a zero of the other too, and a loss is the smallest change with its sign turned, so that
   * nothing is a zero from below.
   */
  private void asOneChange(Answered answered, SiteType type, int sign, float[] change) {
    int first = answered.query().firstOutput();
    for (int i = 0; i < change.length; i++) {
      boolean rises = sign * change[i] >= 0;
      boolean number = !Float.isNaN(change[i]);
      boolean hidden = masked && number && answered.gene().isAnnotated(type, first + i) == rises;
      change[i] = hidden || change[i] == 0 ? sign * 0f : change[i];
    }
  }

  /**
   * The published rule: after the peak is found, by the nearest exon boundary of either type. Where
   * there is none, no site is annotated: losses are hidden, gains stay.
   */
  private static Peak maskedAfterwards(Answered answered, Peak peak, int sign) {
    int start = answered.query().allele().start();
    int place = answered.pos() + peak.position();
    OptionalInt nearest = answered.gene().nearestBoundary(start);
    boolean boundary = nearest.isPresent() && place == nearest.getAsInt();
    return boundary == sign > 0 ? new Peak(0f * peak.score(), peak.position()) : peak;
  }
}
