package org.splicespark.io.vcf;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one part of the records, and keeps what joining the parts needs. For one thread. */
public final class PartWriter implements Closeable {
  private final PartOutput out;
  private final PlaceOrder order = new PlaceOrder();
  private long records;

  /**
   * @param out where the part goes; {@link #close} closes it
   * @param compression PLAIN or BGZF
   */
  public PartWriter(OutputStream out, Compression compression) {
    this.out = new PartOutput(out, PartJoiner.checked(compression) == Compression.BGZF);
  }

  /** Writes a line as it is. */
  public void write(VcfLine line) throws IOException {
    records++;
    order.add(line);
    boolean indexed = order.trouble() == null;
    line.writeTo(
        indexed
            ? out.line(order.last().contig(), line.indexStart(), (int) line.indexEnd())
            : out.line());
  }

  /** Ends the part and closes the stream below. */
  @Override
  public void close() throws IOException {
    out.close();
  }

  /**
   * What was written.
   *
   * @throws IllegalStateException before {@link #close}: some bytes are not written yet
   */
  public PartSummary summary() {
    return new PartSummary(records, out.bytes(), order, out.bins());
  }
}
