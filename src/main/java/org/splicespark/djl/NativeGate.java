package org.splicespark.djl;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets nobody into native code once the JVM is going down. A JVM that is told to end does not wait
 * for threads in native code, and the library's exit handlers take away what a step of training in
 * another thread still works on: Ctrl-C would end in a report of a crash. Calls that have begun may
 * finish; later ones wait for the end.
 */
final class NativeGate {
  /** More than a step takes; whoever asks twice gets the crash. */
  private static final int SECONDS = 30;

  private static final ReentrantReadWriteLock GATE = new ReentrantReadWriteLock();

  private NativeGate() {}

  /** To be called once the library is there. */
  static void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(NativeGate::shut, "native-gate"));
  }

  static void enter() {
    GATE.readLock().lock();
  }

  static void leave() {
    GATE.readLock().unlock();
  }

  /** Never opened again: the lock stays with a thread that has ended. */
  private static void shut() {
    try {
      if (!GATE.writeLock().tryLock(SECONDS, TimeUnit.SECONDS)) {
        System.err.println("a native call has not ended in " + SECONDS + " s; ending without it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
