package org.splicespark.train;

import java.io.Serializable;
import java.util.List;

/** What training makes small. Means are taken over all labelled places of a batch. */
public sealed interface Loss extends Serializable {

  /** Categorical cross entropy, -mean(sum_c y_c log(p_c + 1e-10)). */
  record CrossEntropy() implements Loss {}

  /**
   * Focal loss (Lin et al. 2017), -mean(sum_c alpha_c y_c (1 - p_c)^gamma log(p_c + 1e-10)).
   *
   * @param gamma 2 in the published trainer
   * @param alpha weights of neither, acceptor and donor; 1 each in the published trainer
   */
  record Focal(double gamma, List<Double> alpha) implements Loss {
    public Focal {
      alpha = List.copyOf(alpha);
      if (alpha.size() != 3) {
        throw new IllegalArgumentException("focal loss has a weight for each of three classes");
      }
    }
  }
}
