package org.splicespark.cli.doctor;

import java.util.Locale;

/** Bytes as people say them. */
final class Sizes {
  static final long MB = 1L << 20;
  static final long GB = 1L << 30;

  private Sizes() {}

  static String text(long bytes) {
    return bytes < GB
        ? bytes / MB + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / (double) GB);
  }
}
