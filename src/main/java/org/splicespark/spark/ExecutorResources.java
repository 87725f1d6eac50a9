package org.splicespark.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What an executor opens once and all its tasks share: models and genomes, by a key that says what
 * and where. The only static mutable state outside the native start-up. (A field of a captured
 * object would be opened once per task.) When the JVM ends they are left to the system: tasks may
 * still be using them.
 */
public final class ExecutorResources {
  private static final Map<Object, AutoCloseable> OPEN = new ConcurrentHashMap<>();

  private ExecutorResources() {}

  /** The resource of a key; the first task to ask opens it while the others wait. */
  public static <T extends AutoCloseable> T get(Object key, Class<T> type, Supplier<T> opener) {
    return type.cast(OPEN.computeIfAbsent(key, k -> opener.get()));
  }
}
