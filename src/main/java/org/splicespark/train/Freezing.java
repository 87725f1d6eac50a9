package org.splicespark.train;

import java.io.Serializable;

/**
 * Which parameters a transfer leaves as they are.
 *
 * @param lastUnits residual units, from the last, that are trained with their batch normalisations;
 *     skip convolutions do not count, and are trained only with {@code all}
 * @param all whether everything before the final convolution is trained
 * @param head whether the final convolution is trained
 * @param frozenStatistics whether units that are not trained normalise by each batch all the same,
 *     and their running statistics move, as in the published trainer; otherwise they normalise by
 *     their running statistics, which stay
 */
public record Freezing(int lastUnits, boolean all, boolean head, boolean frozenStatistics)
    implements Serializable {
  /** Nothing is frozen: training from the beginning. */
  public static final Freezing NONE = new Freezing(0, true, true, true);
}
