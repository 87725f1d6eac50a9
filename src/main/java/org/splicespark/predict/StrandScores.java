package org.splicespark.predict;

import org.splicespark.model.SiteType;

/**
 * Probabilities of a stretch of one strand, in the order of the forward strand. Owns its arrays.
 *
 * @param region what the stretch is of
 * @param start of the stretch, 0-based
 * @param acceptors of each base; NaN where the reference has no A, C, G or T
 * @param donors the same
 */
public record StrandScores(Region region, int start, float[] acceptors, float[] donors) {

  /** One type's, by the distance from the start. */
  public float[] of(SiteType type) {
    return switch (type) {
      case ACCEPTOR -> acceptors;
      case DONOR -> donors;
      case NEITHER -> throw new IllegalArgumentException("no site");
    };
  }

  public int end() {
    return start + donors.length;
  }
}
