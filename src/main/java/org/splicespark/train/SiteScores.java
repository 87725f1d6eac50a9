package org.splicespark.train;

import java.io.Serializable;

/**
 * The scores of one class of splice site at many places, of which some are sites. What is kept of
 * them decides how exact a {@link Ranking} is; scores come in any order and from many machines.
 *
 * @param <S> those that can be merged
 */
public sealed interface SiteScores<S extends SiteScores<S>> extends Serializable
    permits ScoreHistogram, ExactScores {

  /**
   * Counts a place.
   *
   * @param score a probability; above 1 by rounding is 1
   * @param site whether the place is a site of the class
   * @throws IllegalArgumentException if the score is negative or no number
   */
  void add(float score, boolean site);

  /** Adds what another has counted; the other stays as it is. */
  void merge(S other);

  /** The places, the best first. */
  Ranking ranking();

  /** The score as it counts. */
  static float checked(float score) {
    if (!(score >= 0)) {
      throw new IllegalArgumentException("a score of " + score + ": the training has diverged");
    }
    return Math.min(score, 1);
  }
}
