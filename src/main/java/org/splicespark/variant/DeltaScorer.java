package org.splicespark.variant;

import java.util.Arrays;
import org.splicespark.model.SiteType;
import org.splicespark.variant.DeltaScore.Peak;

/**
 * From probabilities to delta scores: lines the alternate up with the reference, masks, finds the
 * peaks.
 */
final class DeltaScorer {
  private final ScoringParameters parameters;

  DeltaScorer(ScoringParameters parameters) {
    this.parameters = parameters;
  }

  /**
   * @param pos the record's first base, 0-based; positions are given from there
   */
  DeltaScore score(Query query, Tracks tracks, int pos) {
    return new DeltaScore(
        peak(query, tracks, pos, SiteType.ACCEPTOR, 1),
        peak(query, tracks, pos, SiteType.ACCEPTOR, -1),
        peak(query, tracks, pos, SiteType.DONOR, 1),
        peak(query, tracks, pos, SiteType.DONOR, -1));
  }

  /**
   * @param sign 1 for a gain, -1 for a loss
   */
  private Peak peak(Query query, Tracks tracks, int pos, SiteType type, int sign) {
    Tracks.Pair pair = tracks.of(type);
    float[] alternate = aligned(pair.alternate(), query);
    float[] change = new float[alternate.length];
    for (int i = 0; i < change.length; i++) {
      change[i] =
          sign > 0 ? alternate[i] - pair.reference()[i] : pair.reference()[i] - alternate[i];
    }
    if (parameters.masked() && !parameters.compat()) {
      maskBySite(query, type, sign, change);
    }
    int best = first(change);
    int place = query.firstOutput() + best;
    boolean hidden =
        parameters.masked() && parameters.compat() && isMaskedAfterwards(query, place, sign);
    return new Peak(hidden ? 0f : change[best], place - pos);
  }

  /**
   * The alternate's values at the reference's positions. Bases are matched from the left; deleted
   * ones are 0; inserted ones stand, with the last matched base, for that base: the largest value
   * counts (Jaganathan et al.'s rule for anchored indels, extended to every pair of lengths).
   */
  private static float[] aligned(float[] track, Query query) {
    int m = query.allele().refLength();
    int n = query.allele().altLength();
    if (m == n) {
      return track;
    }
    float[] aligned = new float[query.referenceOutputs()];
    int matched = m > n ? query.distance() + n : query.distance() + m - 1;
    int kept = Math.min(matched, track.length);
    System.arraycopy(track, 0, aligned, 0, kept);
    int from;
    int to;
    if (m > n) {
      from = kept;
      to = kept + m - n;
    } else {
      from = query.distance() + n;
      to = matched + 1;
      aligned[matched] = largest(track, matched, from);
    }
    int rest = Math.min(track.length - from, aligned.length - to);
    if (rest > 0) {
      System.arraycopy(track, from, aligned, to, rest);
    }
    return aligned;
  }

  private static float largest(float[] values, int from, int to) {
    float largest = values[from];
    for (float value : Arrays.copyOfRange(values, from, to)) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  private static int first(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Before the peak is looked for: no gain where a site is annotated, no loss where none is. */
  private static void maskBySite(Query query, SiteType type, int sign, float[] change) {
    for (int i = 0; i < change.length; i++) {
      boolean annotated = query.gene().isAnnotated(type, query.firstOutput() + i);
      if (annotated == sign > 0) {
        change[i] = 0f;
      }
    }
  }

  /** The published rule: after the peak is found, by the nearest exon boundary of either type. */
  private static boolean isMaskedAfterwards(Query query, int place, int sign) {
    boolean boundary = place == query.gene().nearestBoundary(query.allele().start());
    return boundary == sign > 0;
  }
}
