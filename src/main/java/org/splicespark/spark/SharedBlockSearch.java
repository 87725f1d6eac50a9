package org.splicespark.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.splicespark.io.vcf.BlockSearch;
import org.splicespark.io.vcf.ByteSource;

/**
 * Has tasks find the blocks where a large file is cut. Tens of thousands of cuts are as many reads,
 * each some 50 ms on an object store: half an hour on the driver alone.
 */
record SharedBlockSearch(JavaSparkContext spark) implements BlockSearch {
  /** With fewer cuts than that, a job is not worth its start. */
  private static final int FEW = 256;

  private static final int CUTS_PER_TASK = 16;

  @Override
  public List<Long> firstBlocks(ByteSource source, List<Long> addresses) throws IOException {
    if (addresses.size() < FEW) {
      return HERE.firstBlocks(source, addresses);
    }
    int tasks = Math.min(spark.defaultParallelism(), addresses.size() / CUTS_PER_TASK);
    spark.setJobDescription("cut " + source.name());
    try {
      return spark
          .parallelize(addresses, tasks)
          .mapPartitions(
              some -> {
                List<Long> own = new ArrayList<>();
                some.forEachRemaining(own::add);
                return HERE.firstBlocks(source, own).iterator();
              })
          .collect();
    } finally {
      spark.setJobDescription(null);
    }
  }
}
