package org.splicespark.dataset;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.splicespark.genome.DnaSequence;

/**
 * How often each base stands at each place around one type of splice site, as the gene is read.
 * Places are counted from the boundary between exon and intron and have no zero: -1 is the last
 * base before the boundary, 1 the first after it.
 */
public final class SiteComposition implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Columns of the counts: A, C, G, T and none of them. */
  public static final int SYMBOLS = 5;

  private static final String NAMES = DnaSequence.CHANNELS + "N";

  private final int before;
  private final int pairAt;
  private final long[][] counts;
  private final long[][] pairs = new long[SYMBOLS][SYMBOLS];
  private long sites;

  /**
   * @param before bases counted before the boundary
   * @param after bases counted behind the boundary
   * @param pairAt where the motif of two bases starts, seen from the first base after the boundary
   */
  private SiteComposition(int before, int after, int pairAt) {
    this.before = before;
    this.pairAt = pairAt;
    this.counts = new long[before + after][SYMBOLS];
  }

  /** Places -3 to 6; the motif is the intron's first two bases. */
  static SiteComposition ofDonors() {
    return new SiteComposition(3, 6, 0);
  }

  /** Places -20 to 3; the motif is the intron's last two bases. */
  static SiteComposition ofAcceptors() {
    return new SiteComposition(20, 3, -2);
  }

  /**
   * Counts a site.
   *
   * @param boundary index in {@code codes} of the first base after the boundary
   */
  void add(byte[] codes, int boundary) {
    for (int i = 0; i < counts.length; i++) {
      counts[i][codes[boundary - before + i]]++;
    }
    pairs[codes[boundary + pairAt]][codes[boundary + pairAt + 1]]++;
    sites++;
  }

  /** The counts of both, which are of one type of site. */
  SiteComposition plus(SiteComposition other) {
    SiteComposition sum = new SiteComposition(before, counts.length - before, pairAt);
    for (SiteComposition part : new SiteComposition[] {this, other}) {
      addTo(sum.counts, part.counts);
      addTo(sum.pairs, part.pairs);
      sum.sites += part.sites;
    }
    return sum;
  }

  private static void addTo(long[][] sum, long[][] part) {
    for (int i = 0; i < part.length; i++) {
      for (int j = 0; j < SYMBOLS; j++) {
        sum[i][j] += part[i][j];
      }
    }
  }

  /** Sites counted. */
  public long sites() {
    return sites;
  }

  /** Number of places. */
  public int width() {
    return counts.length;
  }

  /** The name of a place: -3, -2, -1, 1, 2 and so on. */
  public int place(int index) {
    return index < before ? index - before : index - before + 1;
  }

  /** Counts of A, C, G, T and none of them at a place, by its index from 0; a copy. */
  public long[] counts(int index) {
    return counts[index].clone();
  }

  /** How often each motif of two bases was seen, in the order of the alphabet; N for no base. */
  public Map<String, Long> pairs() {
    Map<String, Long> seen = new TreeMap<>();
    for (int i = 0; i < SYMBOLS; i++) {
      for (int j = 0; j < SYMBOLS; j++) {
        if (pairs[i][j] > 0) {
          seen.put("" + NAMES.charAt(i) + NAMES.charAt(j), pairs[i][j]);
        }
      }
    }
    return seen;
  }
}
