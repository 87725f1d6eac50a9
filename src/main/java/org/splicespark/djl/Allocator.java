package org.splicespark.djl;

import com.sun.jna.Library;
import com.sun.jna.Native;

/**
 * Tells glibc to keep freed memory. By default it hands every block of a layer's size back to the
 * system, and the next layer pays for fresh pages: up to 1.7 times its own time. The price is that
 * a process stays at its high-water mark.
 */
final class Allocator {
  private static final int M_TRIM_THRESHOLD = -1;
  private static final int M_TOP_PAD = -2;
  private static final int M_MMAP_THRESHOLD = -3;
  private static final int MIB = 1 << 20;

  private interface Libc extends Library {
    int mallopt(int parameter, int value);
  }

  private Allocator() {}

  /** Does nothing where there is no glibc, or the user set its thresholds in the environment. */
  static void keepFreedMemory() {
    boolean chosen =
        System.getenv("MALLOC_TRIM_THRESHOLD_") != null
            || System.getenv("MALLOC_MMAP_THRESHOLD_") != null;
    if (chosen || !System.getProperty("os.name").equals("Linux")) {
      return;
    }
    try {
      Libc libc = Native.load("c", Libc.class);
      libc.mallopt(M_MMAP_THRESHOLD, 32 * MIB);
      libc.mallopt(M_TRIM_THRESHOLD, 2000 * MIB);
      libc.mallopt(M_TOP_PAD, 64 * MIB);
    } catch (LinkageError e) {
      // musl has no mallopt, and a locked-down host lets JNA unpack nothing: slower, not wrong.
    }
  }
}
