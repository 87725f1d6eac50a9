package org.splicespark.djl;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one place that starts the native library, once per JVM; everything that touches {@code
 * ai.djl} comes through here first. Nothing is fetched from a network: DJL is kept offline, which
 * also keeps it from asking a cloud's metadata service who its host is.
 *
 * <p>To run on a libtorch of one's own, for example one with CUDA, set (in the environment or as
 * system properties)
 *
 * <ul>
 *   <li>{@code PYTORCH_LIBRARY_PATH}: the folder of {@code libtorch.so}; no native jar is needed
 *   <li>{@code PYTORCH_VERSION}: its version, 2.7.1, which DJL's glue was built for
 *   <li>{@code PYTORCH_FLAVOR}: {@code cpu} or {@code cu128}. It must be given: DJL's default, a
 *       build from before C++11, is no longer made.
 * </ul>
 */
final class NativeBoot {
  private static final String OFFLINE = "ai.djl.offline";
  private static final String THREADS = "ai.djl.pytorch.num_threads";
  private static final String OWN_LIBRARY = "PYTORCH_LIBRARY_PATH";
  private static final String ENGINE = "PyTorch";

  private static int threadsInUse;
  private static IllegalStateException failure;

  private NativeBoot() {}

  /**
   * Loads the library, the first time.
   *
   * @param threads that one call may use on a CPU. One libtorch has one number: a later, different
   *     one holds for threads that have not computed yet.
   * @throws IllegalStateException if the library cannot be loaded; says what to check
   */
  static synchronized void start(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a call needs a thread, not " + threads);
    }
    if (failure != null) {
      throw failure;
    }
    if (threadsInUse == 0) {
      load(threads);
    } else if (threadsInUse != threads) {
      JniUtils.setNumThreads(threads);
    }
    threadsInUse = threads;
  }

  private static void load(int threads) {
    System.setProperty(OFFLINE, "true");
    System.setProperty(THREADS, Integer.toString(threads));
    try {
      refuseOwnLibraryThatIsNotThere();
      NativeCache.locked(() -> Engine.getEngine(ENGINE));
    } catch (RuntimeException | LinkageError e) {
      failure = new IllegalStateException(explained(e), e);
      throw failure;
    }
    Allocator.keepFreedMemory();
    NativeGate.install();
  }

  /** DJL would take the library that comes along instead, and say nothing. */
  private static void refuseOwnLibraryThatIsNotThere() {
    String own = setting(OWN_LIBRARY);
    String file = System.mapLibraryName("torch");
    if (own != null && !Files.exists(Path.of(own, file))) {
      throw new IllegalStateException("there is no " + file + " in " + own);
    }
  }

  private static String explained(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String own = setting(OWN_LIBRARY);
    return "libtorch cannot be loaded ("
        + root
        + "). This host is "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + (own == null
            ? "; the library that comes along needs Linux on x86_64 with glibc 2.29 or later"
                + " (Debian 11, Ubuntu 20.04, RHEL 9) and 450 MB in DJL_CACHE_DIR."
                + " For another, set PYTORCH_LIBRARY_PATH, PYTORCH_VERSION and PYTORCH_FLAVOR"
            : "; PYTORCH_LIBRARY_PATH is "
                + own
                + ": it must hold libtorch.so 2.7.1, and PYTORCH_VERSION=2.7.1 and PYTORCH_FLAVOR"
                + " (cpu or cu128) must be set");
  }

  /** A setting as DJL looks it up: the environment, else the system properties; or null. */
  static String setting(String name) {
    String value = System.getenv(name);
    return value != null ? value : System.getProperty(name);
  }
}
