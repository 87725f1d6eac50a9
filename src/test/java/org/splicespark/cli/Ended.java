package org.splicespark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** How a command line ended, and what a person would see. */
record Ended(int code, String out, String err) {
  private static final int USAGE = 2;

  /** Runs it, and catches all that goes past the given streams. */
  static Ended of(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    PrintStream real = System.out;
    PrintStream stream = new PrintStream(out, true, UTF_8);
    System.setOut(stream);
    try {
      int code = Main.run(stream, new PrintStream(err, true, UTF_8), arguments);
      return new Ended(code, out.toString(UTF_8), err.toString(UTF_8));
    } finally {
      System.setOut(real);
    }
  }

  Ended requireDone() {
    assertEquals(0, code, err);
    return this;
  }

  void requireUsage(String fragment) {
    assertEquals(USAGE, code, err);
    assertEquals("", out);
    List<String> lines = err.lines().toList();
    assertTrue(lines.get(0).startsWith("splicespark: "), err);
    assertTrue(lines.get(0).contains(fragment), err);
    assertTrue(lines.size() <= 2, err);
  }

  /** One line says what cannot be used. */
  void requireInput(String fragment) {
    assertEquals(Main.INPUT, code, err);
    assertEquals("", out);
    assertEquals(1, err.lines().count(), err);
    assertTrue(err.startsWith("splicespark: "), err);
    assertTrue(err.contains(fragment), err);
    assertFalse(err.contains("Exception"), err);
  }
}
