package org.splicespark.spark;

import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes the next thing on a thread of its own while the caller works on the last one. One thing is
 * ahead, no more, so memory stays bounded.
 */
public final class Ahead<T> implements AutoCloseable {
  private final Callable<T> maker;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "plan-ahead");
            made.setDaemon(true);
            return made;
          });
  private Future<T> next;

  /**
   * @param maker makes one thing after another, and null when there is no more
   */
  public Ahead(Callable<T> maker) {
    this.maker = maker;
    this.next = thread.submit(maker);
  }

  /** The next thing, or null after the last. Throws what its making threw. */
  public T next() throws Exception {
    if (next == null) {
      throw new NoSuchElementException();
    }
    try {
      T made = next.get();
      next = made == null ? null : thread.submit(maker);
      return made;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Ends the thread; what is in the making is waited for, so that what it reads from can be closed.
   */
  @Override
  public void close() {
    // Not interrupted: that would close files that other tasks read too.
    thread.shutdown();
    boolean interrupted = false;
    while (!thread.isTerminated()) {
      try {
        thread.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
