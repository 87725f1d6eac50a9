package org.splicespark.io.report;

/**
 * An entry with its record.
 *
 * @param position POS, 1-based
 * @param order of the entry in the file, by which equals stand
 */
record TopAllele(String contig, int position, String ref, ScoredEntry entry, long order)
    implements Comparable<TopAllele> {

  /** The strongest first. */
  @Override
  public int compareTo(TopAllele other) {
    int byScore = Double.compare(other.entry.largest(), entry.largest());
    return byScore != 0 ? byScore : Long.compare(order, other.order);
  }
}
