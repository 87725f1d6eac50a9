package org.splicespark.io.bed;

/** Probabilities as text: a format string would take longer than a small network. */
final class SixDecimals {
  private static final int MILLION = 1_000_000;

  private SixDecimals() {}

  /** In millionths, rounded: what is printed. */
  static int millionths(float probability) {
    return (int) Math.round((double) probability * MILLION);
  }

  static void append(StringBuilder text, float probability) {
    append(text, millionths(probability));
  }

  static void append(StringBuilder text, int millionths) {
    text.append(millionths / MILLION).append('.');
    String digits = Integer.toString(millionths % MILLION);
    text.append("0".repeat(6 - digits.length())).append(digits);
  }
}
