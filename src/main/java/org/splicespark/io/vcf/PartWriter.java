package org.splicespark.io.vcf;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes one part of the records: no header and, in BGZF, no end block, so that parts can be put
 * behind one another as they are. Keeps what a tabix index of them needs. For one thread.
 */
public final class PartWriter implements Closeable {
  private static final int BUFFER = 1 << 16;

  /** A record that is written and whose end in the file is not known yet. */
  private record Indexed(String contig, int start, int end, long from) {
    Indexed(Place place, VcfLine line, long from) {
      this(place.contig(), line.indexStart(), (int) line.indexEnd(), from);
    }
  }

  private final CountingOutput counted;
  private final OutputStream plain;
  private final BlockCompressedOutputStream blocks;
  private final PlaceOrder order = new PlaceOrder();
  private final TabixBins bins = new TabixBins();
  private Indexed indexed;
  private long records;
  private boolean closed;

  /**
   * @param out where the part goes; {@link #close} closes it
   * @param compression PLAIN or BGZF
   */
  public PartWriter(OutputStream out, Compression compression) {
    counted = new CountingOutput(out);
    boolean bgzf = PartJoiner.checked(compression) == Compression.BGZF;
    blocks = bgzf ? BgzfOutput.on(counted) : null;
    plain = bgzf ? null : new BufferedOutputStream(counted, BUFFER);
  }

  /** Writes a line as it is. */
  public void write(VcfLine line) throws IOException {
    records++;
    order.add(line);
    if (blocks == null) {
      line.writeTo(plain);
      return;
    }
    long from = blocks.getFilePointer();
    index(from);
    indexed = order.trouble() == null ? new Indexed(order.last(), line, from) : null;
    line.writeTo(blocks);
  }

  /**
   * Enters the record before into the index. Only now its end is known as readers will count it: if
   * it ends its block, the end is the start of the next block.
   */
  private void index(long to) {
    if (indexed != null) {
      bins.add(indexed.contig(), indexed.start(), indexed.end(), indexed.from(), to);
      indexed = null;
    }
  }

  /** Ends the part and closes the stream below. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (blocks == null) {
      plain.close();
    } else {
      blocks.close(false);
      index(VcfSplit.virtualOffset(counted.count(), 0));
    }
  }

  /**
   * What was written.
   *
   * @throws IllegalStateException before {@link #close}: some bytes are not written yet
   */
  public PartSummary summary() {
    if (!closed) {
      throw new IllegalStateException("the part is not closed");
    }
    return new PartSummary(records, counted.count(), order, bins);
  }
}
