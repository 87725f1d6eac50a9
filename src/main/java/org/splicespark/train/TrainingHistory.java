package org.splicespark.train;

import java.io.Serializable;
import java.util.List;

/**
 * What happened so far in a training: everything that a table or a picture of it needs.
 *
 * @param rounds in order
 * @param epochs in order
 */
public record TrainingHistory(List<RoundReport> rounds, List<EpochReport> epochs)
    implements Serializable {
  public TrainingHistory {
    rounds = List.copyOf(rounds);
    epochs = List.copyOf(epochs);
  }
}
