package org.splicespark.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills a driver that has a JVM of its own with SIGKILL while it is at work.
 *
 * @param log of the driver's
 * @param note a file that is there once its tasks are at work
 * @param mostMillis that it lives from then on
 */
public record DriverKiller(Path log, Path note, int mostMillis) {
  private static final int KILLED = 128 + 9;
  private static final int POLL_MILLIS = 5;
  private static final int MINUTES = 3;

  /**
   * Comes back when the driver is dead.
   *
   * @param seed of the moment
   */
  public void kill(Process driver, long seed) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (!Files.exists(note) && driver.isAlive() && System.nanoTime() < end) {
      Thread.sleep(POLL_MILLIS);
    }
    Thread.sleep(new Random(seed).nextInt(mostMillis));
    assertTrue(Files.exists(note) && driver.isAlive(), Files.readString(log));
    assertEquals(KILLED, driver.destroyForcibly().waitFor());
  }
}
