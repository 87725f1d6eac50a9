package org.splicespark.io.report;

import java.util.Locale;

/**
 * A cell of a table.
 *
 * @param number stands at the right
 * @param bar length of a bar behind it in percent; empty for none
 * @param wraps on a narrow screen its words, and long words, go over several lines
 */
record Cell(String text, boolean number, String bar, boolean wraps) {

  Cell(String text, boolean number, String bar) {
    this(text, number, bar, false);
  }

  static Cell of(String text) {
    return new Cell(text, false, "");
  }

  /** Of text that would push the columns after it off a narrow screen. */
  static Cell wrapping(String text) {
    return new Cell(text, false, "", true);
  }

  static Cell count(long count) {
    return new Cell(String.format(Locale.ROOT, "%,d", count), true, "");
  }

  static Cell number(double value, int decimals) {
    String text =
        Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + decimals + "f", value) : "";
    return new Cell(text, true, "");
  }

  /** A count with a bar that says how much it is of the largest. */
  static Cell bar(long count, long largest) {
    double percent = largest <= 0 ? 0 : 100.0 * count / largest;
    return new Cell(
        count(count).text(), true, String.format(Locale.ROOT, "%.2f", Math.min(100, percent)));
  }
}
