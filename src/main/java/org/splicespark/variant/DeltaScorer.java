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
    return new Peak(hidden ? 0f * change[best] : change[best], place - pos);
  }

  /**
   * The alternate's values at the reference's positions. Bases are matched from the left; deleted
   * ones are 0; inserted ones stand, with the last matched base, for that base: the largest value
   * counts (Jaganathan et al.'s rule for anchored indels, extended to every pair of lengths). What
   * lies beyond the window is left out.
   */
  static float[] aligned(float[] track, Query query) {
    int m = query.allele().refLength();
    int n = query.allele().altLength();
    int d = query.distance();
    int length = query.referenceOutputs();
    int matched = m == n ? length : m < n ? d + m - 1 : d + (isAnchoredBehind(query) ? 0 : n);
    int kept = Math.min(Math.min(matched, track.length), length);
    float[] aligned = Arrays.copyOf(Arrays.copyOf(track, kept), length);
    if (m == n || matched >= length) {
      return aligned;
    }
    if (n > m) {
      aligned[matched] = largest(track, matched, d + n);
    }
    int from = m > n ? kept : d + n;
    int to = m > n ? kept + m - n : matched + 1;
    int rest = Math.min(track.length - from, length - to);
    if (rest > 0) {
      System.arraycopy(track, from, aligned, to, rest);
    }
    return aligned;
  }

  /** A deletion of a contig's first bases has no base before it; its anchor is the base after. */
  private static boolean isAnchoredBehind(Query query) {
    String ref = query.allele().ref();
    String alt = query.allele().alt();
    return query.allele().start() == 0 && ref.charAt(0) != alt.charAt(0) && ref.endsWith(alt);
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
