package org.splicespark.spark.training;

import java.io.Serializable;
import java.util.List;
import org.splicespark.train.Averaging.Weighted;

/**
 * What a worker brings back from a round.
 *
 * @param state weighted by the examples it trained on; none if its share of the epoch was done
 */
record RoundResult(List<Weighted> state, RoundLosses losses) implements Serializable {

  static RoundResult idle() {
    return new RoundResult(List.of(), new RoundLosses());
  }
}
