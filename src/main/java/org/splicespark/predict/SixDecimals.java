package org.splicespark.predict;

/**
 * Probabilities as all files have them, with six decimals: so that files agree, and what a
 * network's last digit does is not seen. As text without a format string, which would take longer
 * than a small network.
 */
public final class SixDecimals {
  private static final int MILLION = 1_000_000;

  private SixDecimals() {}

  /** In millionths, rounded: what is printed. */
  public static int millionths(float probability) {
    return (int) Math.round((double) probability * MILLION);
  }

  /** The nearest number to what is printed. NaN stays NaN. */
  public static float rounded(float probability) {
    return Float.isNaN(probability)
        ? probability
        : (float) (millionths(probability) / (double) MILLION);
  }

  public static void append(StringBuilder text, float probability) {
    append(text, millionths(probability));
  }

  public static void append(StringBuilder text, int millionths) {
    text.append(millionths / MILLION).append('.');
    String digits = Integer.toString(millionths % MILLION);
    text.append("0".repeat(6 - digits.length())).append(digits);
  }
}
