package org.splicespark.spark.shards;

import java.util.Locale;
import org.splicespark.dataset.ShardPlan;
import org.splicespark.dataset.Split;

/** What files are called under the output folder. */
public final class ShardNames {
  private ShardNames() {}

  static String hdf5(ShardPlan plan) {
    return part("hdf5", plan, "h5");
  }

  static String parquet(ShardPlan plan) {
    return part("parquet", plan, "parquet");
  }

  static String fasta(ShardPlan plan) {
    return part("fasta", plan, "fa");
  }

  private static String part(String format, ShardPlan plan, String ending) {
    return String.format(
        Locale.ROOT, "%s/%s/part-%05d.%s", format, plan.split().label(), plan.number(), ending);
  }

  /** The tensors of a split in one file, as the published trainer reads it. */
  static String dataset(Split split) {
    return "dataset_" + split.label() + ".h5";
  }

  /** The genes of a split with bases and labels as text. */
  static String datafile(Split split) {
    return "datafile_" + split.label() + ".h5";
  }

  static String genes(Split split) {
    return split.label() + ".fa";
  }
}
