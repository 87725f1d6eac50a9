package org.splicespark.cli.doctor;

/**
 * What one check found.
 *
 * @param subject what was looked at, in a word
 * @param says what is, and where it is not well, what to change
 */
public record Finding(Level level, String subject, String says) {

  /** How bad it is. */
  public enum Level {
    OK("ok"),
    /** A run may end well, or slowly, or not for every input. */
    WARN("warn"),
    /** A run would fail. */
    FAIL("FAIL");

    private final String word;

    Level(String word) {
      this.word = word;
    }
  }

  static Finding ok(String subject, String says) {
    return new Finding(Level.OK, subject, says);
  }

  static Finding warn(String subject, String says) {
    return new Finding(Level.WARN, subject, says);
  }

  static Finding fail(String subject, String says) {
    return new Finding(Level.FAIL, subject, says);
  }

  /**
   * As it is printed.
   *
   * @param where it was found; empty for nowhere in particular
   */
  String line(String where) {
    String place = where.isEmpty() ? "" : " [" + where + "]";
    return "%-5s %-8s %s%s".formatted(level.word, subject, says, place);
  }
}
