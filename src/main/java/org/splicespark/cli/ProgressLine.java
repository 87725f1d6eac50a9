package org.splicespark.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.splicespark.io.registry.FetchEvents;

/**
 * How far a download is, for people: on a terminal a line that changes, elsewhere a line now and
 * then.
 */
final class ProgressLine implements FetchEvents {
  private static final double MEGABYTE = 1e6;
  private static final int PERCENT = 100;

  private final PrintStream err;
  private final boolean terminal = System.console() != null;
  private final long every = TimeUnit.MILLISECONDS.toNanos(terminal ? 200 : 5000);
  private long last = System.nanoTime();
  private int width;

  ProgressLine(PrintStream err) {
    this.err = err;
  }

  @Override
  public synchronized void progress(String name, long done, long total) {
    if (System.nanoTime() - last < every) {
      return;
    }
    last = System.nanoTime();
    String line = name + ": " + megabytes(done) + share(done, total);
    if (terminal) {
      err.print("\r" + padded(line));
      err.flush();
      width = line.length();
    } else {
      err.println(line);
    }
  }

  @Override
  public synchronized void note(String line) {
    err.println((width > 0 ? "\r" : "") + padded(line));
    width = 0;
  }

  /** One file is done with. */
  void finished(String line) {
    note(line);
  }

  /** Over what stands in the line. */
  private String padded(String line) {
    return line + " ".repeat(Math.max(0, width - line.length()));
  }

  private static String share(long done, long total) {
    return total == 0
        ? ""
        : " of " + megabytes(total) + " (" + Math.min(PERCENT, PERCENT * done / total) + " %)";
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
  }
}
