package org.splicespark.io.bed;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.splicespark.io.vcf.PartOutput;

/** Writes one part of a file of rows, and keeps what joining the parts needs. For one thread. */
public final class RowWriter implements Closeable {
  /** Tabix cannot tell places beyond it. */
  static final int TABIX_LIMIT = 1 << 29;

  private final PartOutput out;
  private boolean beyond;
  private long rows;

  /**
   * @param out where the part goes; {@link #close} closes it
   * @param compressed BGZF, or plain text
   */
  public RowWriter(OutputStream out, boolean compressed) {
    this.out = new PartOutput(out, compressed);
  }

  /**
   * Writes a row; rows come sorted.
   *
   * @param start 0-based
   * @param end after the last base
   * @param text without an end of line
   */
  void write(String contig, int start, int end, CharSequence text) throws IOException {
    rows++;
    beyond |= end > TABIX_LIMIT;
    byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
    (beyond ? out.line() : out.line(contig, start, end)).write(line);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /**
   * What was written.
   *
   * @throws IllegalStateException before {@link #close}: some bytes are not written yet
   */
  public RowSummary summary() {
    return new RowSummary(rows, out.bytes(), beyond, out.bins());
  }
}
