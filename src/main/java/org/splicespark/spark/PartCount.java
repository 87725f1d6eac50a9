package org.splicespark.spark;

import org.apache.spark.api.java.JavaSparkContext;

/**
 * Into how many parts an input is cut.
 *
 * @param bytes of the input, as stored
 * @param cores that work at the same time
 */
public record PartCount(long bytes, int cores) {
  /** A part full of genes then holds the others up by little. */
  private static final int PARTS_PER_CORE = 8;

  /** Without samples that is some ten thousand records: what an interruption may cost. */
  private static final long LARGEST_PART = 1L << 20;

  private static final long SMALLEST_PART = 2L << 10;

  /** Tasks that the driver sends within seconds. */
  private static final long EASILY_SENT = 4000;

  /** With more tasks than that, what each should have at least. */
  private static final long WORTH_SENDING = 16L << 10;

  /** The driver keeps something of every task: of some hundred thousand it does so easily. */
  private static final long MOST_PARTS = 200_000;

  /** The cores that a session has or, where executors are still to come, will have. */
  public static int cores(JavaSparkContext spark) {
    int promised = TaskSlots.of(spark.getConf()).count().orElse(0);
    return Math.max(spark.defaultParallelism(), promised);
  }

  public int wanted() {
    long small = Math.min(bytes / LARGEST_PART, MOST_PARTS);
    return (int) Math.max(1, Math.max(forCores(), small));
  }

  private long forCores() {
    long several = Math.min(bytes / SMALLEST_PART, (long) PARTS_PER_CORE * cores);
    if (several <= EASILY_SENT) {
      return several;
    }
    // On a large cluster crumbs would be done before the driver has sent them all.
    long full = Math.max(bytes / WORTH_SENDING, Math.max(EASILY_SENT, 2L * cores));
    return Math.min(several, full);
  }
}
