package org.splicespark.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.splicespark.spark.survey.HostFacts.Machine;
import org.splicespark.spark.survey.SparkFacts;

/**
 * Memory of a JVM in which tasks run, against what scoring was measured to need (BENCHMARKS.md,
 * "Memory beside the heap"): a share for Java and libtorch, one for each task.
 *
 * @param flank of the model
 * @param members how many it has
 */
record MemoryCheck(int flank, int members) {
  /** Beside the heap, before a task computes: Java itself, libtorch and its code. */
  static final long JVM = 400 * Sizes.MB;

  /** Weights, and copies of them that libtorch lays out for its kernels. */
  static final long MEMBER = 15 * Sizes.MB;

  /** The annotation and the lines in work fitted into 600 MB; a cohort's long lines want more. */
  static final long HEAP = 600 * Sizes.MB;

  private static final String SUBJECT = "memory";

  /** Tensors of one task on a CPU. */
  long task() {
    return (flank >= 2000 ? 200 : 100) * Sizes.MB;
  }

  /** Bytes beside the heap of a JVM with so many tasks at a time. */
  long need(int tasks) {
    return JVM + members * MEMBER + tasks * task();
  }

  List<Finding> of(SparkFacts spark, Machine machine) {
    List<Finding> findings = new ArrayList<>();
    if (machine.heap() < HEAP) {
      findings.add(
          Finding.warn(
              SUBJECT,
              "a heap of "
                  + Sizes.text(machine.heap())
                  + " is small; give "
                  + (spark.local() ? "SPLICESPARK_JAVA_OPTS=-Xmx2g" : "spark.executor.memory=4g")));
    }
    findings.add(spark.local() ? ofOneJvm(spark, machine) : ofExecutor(spark));
    return findings;
  }

  private Finding ofOneJvm(SparkFacts spark, Machine machine) {
    long all = machine.heap() + need(spark.tasks());
    String says = says(spark.tasks()) + ", and a heap of " + Sizes.text(machine.heap());
    return all <= machine.memory() || machine.memory() < 0
        ? Finding.ok(SUBJECT, says + ": fits into " + Sizes.text(machine.memory()))
        : Finding.fail(
            SUBJECT,
            says
                + ": more than the "
                + Sizes.text(machine.memory())
                + " there are; give fewer tasks (--master local[1]) or a smaller heap"
                + " (SPLICESPARK_JAVA_OPTS=-Xmx2g)");
  }

  /** Of an executor by its settings, whether or not there is one. */
  Finding ofExecutor(SparkFacts spark) {
    String says = says(spark.tasks()) + " beside the heap of an executor";
    if (need(spark.tasks()) <= spark.outside()) {
      return Finding.ok(SUBJECT, says + ": fits into " + Sizes.text(spark.outside()));
    }
    String change =
        says
            + ", which may have "
            + Sizes.text(spark.outside())
            + "; give spark.executor.memoryOverhead="
            + (need(spark.tasks()) / Sizes.GB + 1)
            + "g or fewer cores";
    // A standalone cluster's workers do not look; the others' end what takes more.
    return spark.master().startsWith("spark:")
        ? Finding.warn(SUBJECT, change)
        : Finding.fail(SUBJECT, change);
  }

  private String says(int tasks) {
    return Sizes.text(need(tasks))
        + " for "
        + tasks
        + (tasks == 1 ? " task" : " tasks")
        + " with "
        + (members == 1 ? "a model" : members + " models")
        + " of flank "
        + flank;
  }
}
