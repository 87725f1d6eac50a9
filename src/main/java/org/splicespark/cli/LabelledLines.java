package org.splicespark.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Lines with a label before each, written whole, so that several may write at a time. */
final class LabelledLines extends OutputStream {
  private final PrintStream target;
  private final String label;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private LabelledLines(PrintStream target, String label) {
    this.target = target;
    this.label = label;
  }

  /**
   * @param target stays open when the stream is closed
   */
  static PrintStream on(PrintStream target, String label) {
    return new PrintStream(new LabelledLines(target, label), true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int value) {
    if (value != '\n') {
      line.write(value);
      return;
    }
    finish();
  }

  @Override
  public synchronized void close() {
    if (line.size() > 0) {
      finish();
    }
  }

  private void finish() {
    target.println(label + line.toString(StandardCharsets.UTF_8));
    line.reset();
  }
}
