package org.splicespark.train;

import java.util.Arrays;

/**
 * Counts of sites and of other places by score, in 5 MB however many places there are. Average
 * precision and thresholds from it agree with {@link ExactScores} to 1e-4; top-k accuracies do but
 * for the sites that share the k-th place's bin, seldom more than one of thousands.
 *
 * <p>Bins are relative to the distance from the nearer of 0 and 1, as steps of a logit would be: a
 * network gives most places less than 1e-4 and most sites more than 0.99, and ranks are decided
 * there. For a score p below 1/2 the bin is the exponent and the {@value #FRACTION} leading bits of
 * the fraction of the 32-bit float p; for the others that of 1 - p, which is exact (Sterbenz 1974),
 * from the top. A bin is at most 2^-14 wide, and 1/4096 of the distance. Scores below 2^-40 share
 * one bin.
 */
public final class ScoreHistogram implements SiteScores<ScoreHistogram> {
  private static final long serialVersionUID = 1L;

  /** Bits of the fraction of a float that tell bins apart. */
  static final int FRACTION = 12;

  private static final int SHIFT = 23 - FRACTION;
  private static final int LEAST = Float.floatToIntBits(0x1p-40f) >> SHIFT;
  private static final int HALF = Float.floatToIntBits(0.5f) >> SHIFT;

  /** Bins up to 1/2, the one below {@link #LEAST} included; those above mirror them. */
  private static final int SIDE = HALF - LEAST + 1;

  static final int BINS = 2 * SIDE;

  private final long[] sites;
  private final long[] others;

  public ScoreHistogram() {
    this(new long[BINS], new long[BINS]);
  }

  ScoreHistogram(long[] sites, long[] others) {
    this.sites = sites;
    this.others = others;
  }

  @Override
  public void add(float score, boolean site) {
    long[] counts = site ? sites : others;
    counts[bin(SiteScores.checked(score))]++;
  }

  @Override
  public void merge(ScoreHistogram other) {
    Arrays.setAll(sites, bin -> sites[bin] + other.sites[bin]);
    Arrays.setAll(others, bin -> others[bin] + other.others[bin]);
  }

  @Override
  public Ranking ranking() {
    Ranking.Builder ranking = new Ranking.Builder();
    for (int bin = BINS - 1; bin >= 0; bin--) {
      if (sites[bin] + others[bin] > 0) {
        ranking.add((from(bin) + from(bin + 1)) / 2, sites[bin], others[bin]);
      }
    }
    return ranking.build();
  }

  /** Grows with the score, which is from 0 to 1. */
  static int bin(float score) {
    return score < 0.5f ? fromEnd(score) : BINS - 1 - Math.min(SIDE - 1, fromEnd(1 - score));
  }

  /** The number of bins below that of a distance from an end. */
  private static int fromEnd(float distance) {
    return Math.max(0, (Float.floatToIntBits(distance) >> SHIFT) - LEAST + 1);
  }

  /** Where a bin begins, and the one before it ends. */
  static double from(int bin) {
    return bin <= SIDE ? distance(bin) : 1 - distance(BINS - bin);
  }

  private static double distance(int bins) {
    return bins == 0 ? 0 : Float.intBitsToFloat((bins - 1 + LEAST) << SHIFT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScoreHistogram histogram
        && Arrays.equals(sites, histogram.sites)
        && Arrays.equals(others, histogram.others);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(sites) + Arrays.hashCode(others);
  }

  /** Sent without its empty bins. */
  private Object writeReplace() {
    return new SparseCounts(SparseCounts.packed(sites), SparseCounts.packed(others));
  }
}
