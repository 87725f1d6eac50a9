package org.splicespark.variant;

import java.util.Arrays;

/** An alternate's values at the reference's positions. */
final class Alignment {
  private Alignment() {}

  /**
   * @param track {@link Query#alternateOutputs} values
   * @return {@link Query#referenceOutputs} values
   */
  static float[] of(float[] track, Query query, Rules rules) {
    return rules == Rules.CI_SPLICEAI ? atPos(track, query) : anchored(track, query);
  }

  /**
   * Bases are matched from the left; deleted ones are 0; inserted ones stand, with the last matched
   * base, for that base: the largest value counts (Jaganathan et al.'s rule for anchored indels,
   * extended to every pair of lengths). What lies beyond the window is left out.
   */
  private static float[] anchored(float[] track, Query query) {
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

  /**
   * CI-SpliceAI's rule: what REF is longer is so many zeros from POS on, before ALT's values; what
   * ALT is longer stands, with one value more, for POS: the largest counts. Both windows end at the
   * same base, so nothing is left over.
   */
  private static float[] atPos(float[] track, Query query) {
    int pos = query.distance();
    int longer = query.allele().refLength() - query.allele().altLength();
    float[] aligned = Arrays.copyOf(track, track.length + longer);
    if (longer > 0) {
      Arrays.fill(aligned, pos, pos + longer, 0f);
      System.arraycopy(track, pos, aligned, pos + longer, track.length - pos);
    } else if (longer < 0) {
      int behind = pos + 1 - longer;
      aligned[pos] = largest(track, pos, behind);
      System.arraycopy(track, behind, aligned, pos + 1, track.length - behind);
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
}
