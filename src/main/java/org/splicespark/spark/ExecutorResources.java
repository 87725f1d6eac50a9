package org.splicespark.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What an executor opens once and all its tasks share: models and genomes, by a key that says what
 * and where. The only static mutable state outside the native start-up. (A field of a captured
 * object would be opened once per task.) Closed when the JVM ends.
 */
public final class ExecutorResources {
  private static final Map<Object, AutoCloseable> OPEN = new ConcurrentHashMap<>();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(ExecutorResources::closeAll, "close-resources"));
  }

  private ExecutorResources() {}

  /** The resource of a key; the first task to ask opens it while the others wait. */
  public static <T extends AutoCloseable> T get(Object key, Class<T> type, Supplier<T> opener) {
    return type.cast(OPEN.computeIfAbsent(key, k -> opener.get()));
  }

  static void closeAll() {
    for (Object key : OPEN.keySet()) {
      AutoCloseable resource = OPEN.remove(key);
      try {
        if (resource != null) {
          resource.close();
        }
      } catch (Exception e) {
        // The JVM is going down; what the system takes back anyway is no reason to complain.
        continue;
      }
    }
  }
}
