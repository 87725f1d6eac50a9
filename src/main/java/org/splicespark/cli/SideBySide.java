package org.splicespark.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does work some pieces at a time.
 *
 * @param atOnce threads; with one, the caller's
 */
record SideBySide<T, R>(int atOnce) {

  /** One piece of the work. */
  @FunctionalInterface
  interface Work<T, R> {
    R of(T piece) throws IOException;
  }

  /**
   * The results, in the order of the pieces. After a failure no other piece is begun; those under
   * way are finished, for what they leave can be gone on with.
   */
  List<R> run(List<T> pieces, Work<T, R> work) throws IOException {
    if (atOnce > 1) {
      return onThreads(pieces, work);
    }
    List<R> results = new ArrayList<>();
    for (T piece : pieces) {
      results.add(work.of(piece));
    }
    return results;
  }

  private List<R> onThreads(List<T> pieces, Work<T, R> work) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      AtomicBoolean failed = new AtomicBoolean();
      List<Future<R>> futures = new ArrayList<>();
      for (T piece : pieces) {
        futures.add(threads.submit(() -> failed.get() ? null : done(piece, work, failed)));
      }
      return results(futures);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T, R> R done(T piece, Work<T, R> work, AtomicBoolean failed) throws IOException {
    boolean well = false;
    try {
      R result = work.of(piece);
      well = true;
      return result;
    } finally {
      if (!well) {
        failed.set(true);
      }
    }
  }

  private static <R> List<R> results(List<Future<R>> futures) throws IOException {
    List<R> results = new ArrayList<>();
    Throwable failure = null;
    for (Future<R> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        failure = failure == null ? e.getCause() : failure;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    if (failure != null) {
      throw rethrown(failure);
    }
    return results;
  }

  private static IOException rethrown(Throwable failure) {
    if (failure instanceof RuntimeException known) {
      throw known;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    // Spark throws exceptions that it does not declare.
    return failure instanceof IOException known ? known : new IOException(failure);
  }
}
