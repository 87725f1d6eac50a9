package org.splicespark.train;

import java.io.Serializable;

/**
 * Which parameters a transfer leaves as they are.
 *
 * @param lastUnits residual units, from the last, that are trained
 * @param all whether everything is trained
 * @param head whether the final convolution is trained
 * @param frozenStatistics whether the batch-norm statistics of units that are not trained move all
 *     the same, as they do in the published trainer
 */
public record Freezing(int lastUnits, boolean all, boolean head, boolean frozenStatistics)
    implements Serializable {
  /** Nothing is frozen: training from the beginning. */
  public static final Freezing NONE = new Freezing(0, true, true, true);
}
