package org.splicespark.dataset;

import java.util.Arrays;

/**
 * The rows of X and Y as bytes, the way the published trainers' files hold them, and back. This is
 * the training files' side of the one-hot rule; the channels' order is {@link
 * org.splicespark.genome.DnaSequence#CHANNELS}.
 */
public final class OneHot {
  /** Bytes of a row of X. */
  public static final int CHANNELS = 4;

  /** Bytes of a row of Y: neither, acceptor, donor. */
  public static final int CLASSES = 3;

  private OneHot() {}

  /** Codes as rows of four bytes, one of them 1; all 0 for {@link Chunk#NO_BASE}. */
  public static byte[] bases(byte[] codes) {
    return rows(codes, CHANNELS);
  }

  /** Labels as rows of three bytes, one of them 1; all 0 for {@link Chunk#BEYOND}. */
  public static byte[] labels(byte[] labels) {
    return rows(labels, CLASSES);
  }

  private static byte[] rows(byte[] values, int width) {
    byte[] rows = new byte[values.length * width];
    for (int i = 0; i < values.length; i++) {
      if (values[i] < width) {
        rows[i * width + values[i]] = 1;
      }
    }
    return rows;
  }

  /**
   * The codes of rows of X.
   *
   * @throws IllegalArgumentException if a row has anything but a single 1 or only zeros
   */
  public static byte[] codes(byte[] rows) {
    return values(rows, CHANNELS);
  }

  /**
   * The labels of rows of Y.
   *
   * @throws IllegalArgumentException if a row has anything but a single 1 or only zeros
   */
  public static byte[] classes(byte[] rows) {
    return values(rows, CLASSES);
  }

  private static byte[] values(byte[] rows, int width) {
    byte[] values = new byte[rows.length / width];
    Arrays.fill(values, (byte) width);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] != 0) {
        if (rows[i] != 1 || values[i / width] != width) {
          throw new IllegalArgumentException("row " + i / width + " is not one-hot");
        }
        values[i / width] = (byte) (i % width);
      }
    }
    return values;
  }
}
