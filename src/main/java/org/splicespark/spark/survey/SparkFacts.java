package org.splicespark.spark.survey;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.network.util.ByteUnit;
import org.apache.spark.network.util.JavaUtils;
import org.splicespark.spark.TaskSlots;

/**
 * Spark as a run would have it.
 *
 * @param version of the Spark that runs
 * @param serializer class of what carries results
 * @param tasks that one JVM runs at a time
 * @param outside bytes that an executor may have beside its heap; of no meaning where the driver
 *     does the work
 */
public record SparkFacts(
    String version, String master, boolean local, String serializer, int tasks, long outside) {
  private static final String JAVA = "org.apache.spark.serializer.JavaSerializer";

  /** Spark's own: a tenth of the heap, and never less than this. */
  private static final long LEAST_OVERHEAD = 384L << 20;

  private static final double OVERHEAD_FACTOR = 0.1;

  /** True if the driver does the work. */
  public static boolean isLocal(JavaSparkContext spark) {
    return TaskSlots.of(spark.getConf()).local();
  }

  /**
   * Of a session that runs.
   *
   * @param executors that it has; of no meaning where the driver does the work
   */
  public static SparkFacts of(JavaSparkContext spark, int executors) {
    SparkConf conf = spark.getConf();
    TaskSlots slots = TaskSlots.of(conf);
    // A standalone cluster gives an executor all cores of its worker where nobody says how many.
    int each = Math.max(1, spark.defaultParallelism() / Math.max(1, executors));
    int cores =
        slots.local() ? slots.cores().orElseThrow() : conf.getInt("spark.executor.cores", each);
    return new SparkFacts(
        spark.version(),
        spark.master(),
        slots.local(),
        conf.get("spark.serializer", JAVA),
        Math.max(1, cores / slots.coresPerTask()),
        overhead(conf));
  }

  /** True if results travel as Java writes them. */
  public boolean serializesAsJavaDoes() {
    return serializer.equals(JAVA);
  }

  private static long overhead(SparkConf conf) {
    String told = conf.get("spark.executor.memoryOverhead", "");
    if (!told.isEmpty()) {
      return JavaUtils.byteStringAs(told, ByteUnit.MiB) << 20;
    }
    long heap = conf.getSizeAsBytes("spark.executor.memory", "1g");
    double factor = conf.getDouble("spark.executor.memoryOverheadFactor", OVERHEAD_FACTOR);
    return Math.max((long) (heap * factor), LEAST_OVERHEAD);
  }
}
