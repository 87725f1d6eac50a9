package org.splicespark.variant;

import java.util.List;
import java.util.function.Supplier;
import org.splicespark.model.Channels;

/**
 * Asks the network about alleles. What comes back for a query does not depend on the other queries,
 * but for the order of floating-point sums.
 */
public interface AlleleScorer {

  /** Bases of context of the network, both sides together. */
  int flank();

  /** What the network answers. */
  Channels channels();

  /** How many networks answer for each channel, all channels of the first before the second's. */
  default int replicates() {
    return 1;
  }

  /**
   * Reads and plans all that does not need the network; what comes back asks the network, and gives
   * one answer per query, in their order. The two may run on different threads.
   */
  Supplier<List<Tracks>> prepare(List<Query> queries);
}
