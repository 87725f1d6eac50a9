package org.splicespark.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Kills one of a local cluster's executors with SIGKILL while a job runs. */
public final class ExecutorKiller implements AutoCloseable {
  private static final String EXECUTOR = "/java";
  private static final long POLL_NANOS = 5_000_000L;
  private static final int MINUTES = 2;

  private final CompletableFuture<Long> killing;

  /**
   * @param seed of the moment and of the executor
   * @param under true once the job is under way
   * @param mostMillis that the executor lives from then on
   */
  public ExecutorKiller(long seed, BooleanSupplier under, int mostMillis) {
    Random random = new Random(seed);
    killing = CompletableFuture.supplyAsync(() -> kill(random, under, mostMillis));
  }

  private static long kill(Random random, BooleanSupplier under, int mostMillis) {
    while (!under.getAsBoolean()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    LockSupport.parkNanos(1_000_000L * random.nextInt(mostMillis));
    List<ProcessHandle> executors = executors();
    ProcessHandle one = executors.get(random.nextInt(executors.size()));
    if (!one.destroyForcibly()) {
      throw new IllegalStateException("could not kill " + one);
    }
    return one.pid();
  }

  /** Their command lines are too long to be told, but a test has no other JVMs. */
  private static List<ProcessHandle> executors() {
    return ProcessHandle.current()
        .descendants()
        .filter(child -> child.info().command().orElse("").endsWith(EXECUTOR))
        .toList();
  }

  /** Fails if none was killed by the time the job has ended. */
  @Override
  public void close() throws Exception {
    assertTrue(killing.isDone(), "the job was over before an executor could be killed");
    killing.get(MINUTES, TimeUnit.MINUTES);
  }
}
