package org.splicespark.spark.shards;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.dataset.GenePlan;
import org.splicespark.dataset.paralog.Paralog;

/** Finds held-out genes that have a paralog among the training genes. */
@FunctionalInterface
public interface ParalogFinder {

  /** Held-out genes with a paralog, in their order, and what was found. */
  List<Paralog> among(JavaSparkContext spark, List<GenePlan> heldOut, List<GenePlan> train);
}
