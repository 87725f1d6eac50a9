package org.splicespark.dataset;

import java.util.Arrays;

/**
 * One training example: 5,000 labelled bases in the middle of 15,000, on the coding strand. The
 * tensors of the published trainers are made from it: X is 15,000 x 4 (one row per base, one column
 * per channel of {@link org.splicespark.genome.DnaSequence#CHANNELS}), Y is 5,000 x 3 (one row per
 * labelled base; neither, acceptor, donor).
 */
public final class Chunk {
  /** Labelled bases of a chunk. */
  public static final int LABELLED = 5000;

  /** Bases of context on each side of the labelled ones. */
  public static final int SIDE = 5000;

  /** Bases of a chunk. */
  public static final int LENGTH = SIDE + LABELLED + SIDE;

  /** The code of a base that lights no channel: N, and what lies outside the gene. */
  public static final byte NO_BASE = 4;

  /** Label of a base that is no splice site. */
  public static final byte NEITHER = 0;

  /** Label of the first base of an exon after an intron. */
  public static final byte ACCEPTOR = 1;

  /** Label of the last base of an exon before an intron. */
  public static final byte DONOR = 2;

  /** Label of a place behind the gene's end: its row of Y is zero. */
  public static final byte BEYOND = 3;

  private final byte[] codes;
  private final byte[] labels;

  /**
   * @param codes of all bases: the channel (0 to 3) or {@link #NO_BASE}; kept, not copied
   * @param labels of the labelled bases; kept, not copied
   */
  public Chunk(byte[] codes, byte[] labels) {
    if (codes.length != LENGTH || labels.length != LABELLED) {
      throw new IllegalArgumentException(
          "a chunk of " + codes.length + " bases and " + labels.length + " labels");
    }
    this.codes = codes;
    this.labels = labels;
  }

  /** Codes of all bases; not to be changed. */
  public byte[] codes() {
    return codes;
  }

  /** Labels of the labelled bases; not to be changed. */
  public byte[] labels() {
    return labels;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Chunk chunk
        && Arrays.equals(codes, chunk.codes)
        && Arrays.equals(labels, chunk.labels);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(codes) + Arrays.hashCode(labels);
  }
}
