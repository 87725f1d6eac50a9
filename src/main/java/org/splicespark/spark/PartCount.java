package org.splicespark.spark;

import org.apache.spark.api.java.JavaSparkContext;

/**
 * Into how many parts an input is cut.
 *
 * @param bytes of the input, as stored
 * @param cores that work at the same time
 */
record PartCount(long bytes, int cores) {
  /** A part full of genes then holds the others up by little. */
  private static final int PARTS_PER_CORE = 8;

  private static final long LARGEST_PART = 8L << 20;
  private static final long SMALLEST_PART = 2L << 10;

  /** The driver keeps something of every task: of some hundred thousand it does so easily. */
  private static final long MOST_PARTS = 200_000;

  /** The cores that a session has or, where executors are still to come, will have. */
  static int cores(JavaSparkContext spark) {
    int promised = TaskSlots.of(spark.getConf()).count().orElse(0);
    return Math.max(spark.defaultParallelism(), promised);
  }

  int wanted() {
    long enough = Math.min(bytes / SMALLEST_PART, (long) PARTS_PER_CORE * cores);
    long small = Math.min(bytes / LARGEST_PART, MOST_PARTS);
    return (int) Math.max(1, Math.max(enough, small));
  }
}
