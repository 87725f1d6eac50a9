package org.splicespark.variant;

import org.splicespark.genome.Interval;

/**
 * A replacement of reference bases: {@code ref} at {@code start} becomes {@code alt}. Both are
 * upper case and not empty; an insertion or deletion shares its first base (the anchor) with the
 * reference.
 *
 * @param start 0-based
 */
public record Allele(String contig, int start, String ref, String alt) {

  public Allele {
    if (ref.isEmpty() || alt.isEmpty()) {
      throw new IllegalArgumentException(
          "an allele needs a base on both sides: " + ref + ">" + alt);
    }
  }

  public int refLength() {
    return ref.length();
  }

  public int altLength() {
    return alt.length();
  }

  /** The reference bases that the allele names. */
  public Interval place() {
    return new Interval(contig, start, start + ref.length());
  }
}
