package org.splicespark.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** FASTA in lines of 60 bases. */
final class FastaOutput {
  static final int COLUMNS = 60;
  private static final int LINES_AT_ONCE = 1000;

  private final OutputStream out;
  private final byte[] buffer = new byte[LINES_AT_ONCE * (COLUMNS + 1)];

  FastaOutput(OutputStream out) {
    this.out = out;
  }

  void write(String contig, byte[] bases) throws IOException {
    out.write((">" + contig + "\n").getBytes(StandardCharsets.US_ASCII));
    int filled = 0;
    for (int from = 0; from < bases.length; from += COLUMNS) {
      int length = Math.min(COLUMNS, bases.length - from);
      System.arraycopy(bases, from, buffer, filled, length);
      buffer[filled + length] = '\n';
      filled += length + 1;
      if (filled + COLUMNS >= buffer.length) {
        out.write(buffer, 0, filled);
        filled = 0;
      }
    }
    out.write(buffer, 0, filled);
  }
}
