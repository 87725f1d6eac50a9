package org.splicespark.spark.shards;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.dataset.GenePlan;

/** Finds held-out genes that have a paralog among the training genes. */
@FunctionalInterface
public interface ParalogSearch {

  /** Held-out genes with a paralog, in their order, and what was found. */
  List<Paralog> among(JavaSparkContext spark, List<GenePlan> heldOut, List<GenePlan> train);

  /**
   * A held-out gene with a paralog.
   *
   * @param match its best match in the training set
   * @param identity share of equal bases in the alignment; NaN where a table says it
   * @param coverage share of the gene that is aligned; NaN where a table says it
   */
  record Paralog(String gene, String match, double identity, double coverage) {}
}
