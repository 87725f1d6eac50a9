package org.splicespark.variant;

import java.util.List;

/**
 * Asks the network about alleles. What comes back for a query does not depend on the other queries,
 * but for the order of floating-point sums.
 */
public interface AlleleScorer {

  /** Bases of context of the network, both sides together. */
  int flank();

  /** One answer per query, in their order. */
  List<Tracks> score(List<Query> queries);
}
