package org.splicespark.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import org.splicespark.error.InputException;

/**
 * Reads damaged files: each gives an answer, or one line that names the file, and little memory.
 */
public final class Readings {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final String file;
  private final long mostBytes;
  private int answered;
  private int refused;

  /**
   * @param file that every message has to name
   * @param mostBytes that one reading may allocate
   */
  public Readings(String file, long mostBytes) {
    this.file = file;
    this.mostBytes = mostBytes;
  }

  /** A reading, and what is checked of its answer. */
  @FunctionalInterface
  public interface Reading {
    void read() throws Exception;
  }

  /** Anything but an answer or a refusal comes out as it is thrown. */
  public void of(Reading reading) throws Exception {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      reading.read();
      answered++;
    } catch (InputException e) {
      assertTrue(e.getMessage().contains(file), e.getMessage());
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      assertTrue(e.getMessage().length() < 2000, e.getMessage());
      refused++;
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < mostBytes, allocated + " bytes were allocated");
  }

  /** Of both there must have been some, or the damage was none, or hopeless. */
  public void requireBoth(int least) {
    assertTrue(answered >= least && refused >= least, answered + " answers, refused " + refused);
  }
}
