package org.splicespark.predict;

import org.splicespark.model.SiteType;

/**
 * A base that the network takes for a splice site.
 *
 * @param region contig, strand and gene
 * @param position 0-based, of the exon's base: its last before a donor's intron, its first after an
 *     acceptor's
 * @param type acceptor or donor
 * @param score the probability, 0 to 1
 */
public record SitePrediction(Region region, int position, SiteType type, float score) {

  /** The intron's base next to the site; it may lie outside the contig. */
  public int intronPosition() {
    boolean intronIsRight =
        switch (region.strand()) {
          case PLUS -> type == SiteType.DONOR;
          case MINUS -> type == SiteType.ACCEPTOR;
        };
    return intronIsRight ? position + 1 : position - 1;
  }
}
