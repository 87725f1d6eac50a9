package org.splicespark.model;

/** What a base can be, in the order of the network's output channels. */
public enum SiteType {
  NEITHER,
  /** The first base of an exon that follows an intron. */
  ACCEPTOR,
  /** The last base of an exon before an intron. */
  DONOR;

  /** The output channel of the network. */
  public int channel() {
    return ordinal();
  }
}
