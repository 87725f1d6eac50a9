package org.splicespark.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Kills one of a local cluster's executors with SIGKILL while a run has tasks on it.
 *
 * @param note a file that tasks leave once they are at work
 * @param mostMillis that the executor lives from then on
 */
public record ExecutorKiller(JavaSparkContext spark, Path note, int mostMillis) {
  private static final String EXECUTOR = "/java";
  private static final long POLL_NANOS = 5_000_000L;
  private static final int MINUTES = 2;
  private static final int ATTEMPTS = 5;

  /** What is run, and looked at when it has ended. */
  public interface Run {
    void go(int attempt) throws Exception;
  }

  /**
   * Runs something, and kills an executor meanwhile. If none of its tasks was lost, since they were
   * all done or the executor had none yet, it is run again and the moment is an earlier one.
   *
   * @param seed of the moment and of the executor
   */
  public void during(long seed, Run run) throws Exception {
    Random random = new Random(seed);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Files.deleteIfExists(note);
      if (losesTasks(random, mostMillis >> attempt, attempt, run)) {
        return;
      }
    }
    fail("in " + ATTEMPTS + " runs, no executor had a task when it was killed");
  }

  private boolean losesTasks(Random random, int most, int attempt, Run run) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    try (LostTasks lost = LostTasks.of(spark)) {
      var killing = CompletableFuture.supplyAsync(() -> kill(random, most, over));
      try {
        run.go(attempt);
      } finally {
        over.set(true);
      }
      return killing.get(MINUTES, TimeUnit.MINUTES) && lost.any();
    }
  }

  /** False if the run was over before. */
  private boolean kill(Random random, int most, AtomicBoolean over) {
    while (!Files.exists(note) && !over.get()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    LockSupport.parkNanos(1_000_000L * random.nextInt(most));
    List<ProcessHandle> executors = executors();
    if (over.get() || executors.isEmpty()) {
      return false;
    }
    ProcessHandle one = executors.get(random.nextInt(executors.size()));
    if (!one.destroyForcibly()) {
      throw new IllegalStateException("could not kill " + one);
    }
    return true;
  }

  /** Their command lines are too long to be told, but a test has no other JVMs. */
  private static List<ProcessHandle> executors() {
    return ProcessHandle.current()
        .descendants()
        .filter(child -> child.info().command().orElse("").endsWith(EXECUTOR))
        .toList();
  }
}
