package org.splicespark.dataset;

import java.io.Serializable;

/**
 * The bases around the labelled splice sites of chunks: what shows at a glance whether labels and
 * bases belong together, since nearly all introns start with GT and end with AG. Not safe for
 * threads.
 */
public final class MotifComposition implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SiteComposition donors;
  private final SiteComposition acceptors;

  /** Of no chunk yet. */
  public MotifComposition() {
    this(SiteComposition.ofDonors(), SiteComposition.ofAcceptors());
  }

  private MotifComposition(SiteComposition donors, SiteComposition acceptors) {
    this.donors = donors;
    this.acceptors = acceptors;
  }

  /** Counts the sites of a chunk, whose codes must be valid. */
  public void add(Chunk chunk) {
    byte[] labels = chunk.labels();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == Chunk.DONOR) {
        // The label is on the exon's last base, the boundary behind it.
        donors.add(chunk.codes(), Chunk.SIDE + i + 1);
      } else if (labels[i] == Chunk.ACCEPTOR) {
        acceptors.add(chunk.codes(), Chunk.SIDE + i);
      }
    }
  }

  /** The counts of both; neither is changed. */
  public MotifComposition plus(MotifComposition other) {
    return new MotifComposition(donors.plus(other.donors), acceptors.plus(other.acceptors));
  }

  /** Around the boundary from exon to intron: places -3 to 6. */
  public SiteComposition donors() {
    return donors;
  }

  /** Around the boundary from intron to exon: places -20 to 3. */
  public SiteComposition acceptors() {
    return acceptors;
  }
}
