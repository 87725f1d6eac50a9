package org.splicespark.train;

import java.io.Serializable;

/**
 * Training ends when the validation loss has not fallen for some epochs in a row (Prechelt 1998,
 * which has the criterion UP of this kind; the published trainer's rule).
 *
 * @param patience epochs without a new best after which training ends
 * @param best smallest validation loss so far; infinite before the first epoch
 * @param withoutBest epochs since then
 */
public record EarlyStopping(int patience, double best, int withoutBest) implements Serializable {
  public EarlyStopping {
    if (patience < 1 || withoutBest < 0 || Double.isNaN(best)) {
      throw new IllegalArgumentException(
          "patience of " + patience + ", " + withoutBest + " epochs since a loss of " + best);
    }
  }

  /** Before the first epoch. */
  public EarlyStopping(int patience) {
    this(patience, Double.POSITIVE_INFINITY, 0);
  }

  /** After one more epoch. A loss that is no number is no new best. */
  public EarlyStopping after(double loss) {
    return loss < best
        ? new EarlyStopping(patience, loss, 0)
        : new EarlyStopping(patience, best, withoutBest + 1);
  }

  /** Whether the last epoch was the best so far: its weights are to be kept. */
  public boolean improved() {
    return withoutBest == 0 && best < Double.POSITIVE_INFINITY;
  }

  /** Whether training ends here. */
  public boolean stopped() {
    return withoutBest >= patience;
  }
}
