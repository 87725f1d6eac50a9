package org.splicespark.io.bed;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.splicespark.io.vcf.BgzfOutput;
import org.splicespark.io.vcf.CountingOutput;
import org.splicespark.io.vcf.TabixBins;
import org.splicespark.io.vcf.VcfSplit;

/**
 * Writes one part of a file of rows: in BGZF without an end block, so that parts can be put behind
 * one another as they are. Keeps what a tabix index of them needs. For one thread.
 */
public final class RowWriter implements Closeable {
  /** Tabix cannot tell places beyond it. */
  static final int TABIX_LIMIT = 1 << 29;

  private static final int BUFFER = 1 << 16;

  /** A row that is written and whose end in the file is not known yet. */
  private record Indexed(String contig, int start, int end, long from) {}

  private final CountingOutput counted;
  private final OutputStream plain;
  private final BlockCompressedOutputStream blocks;
  private final TabixBins bins = new TabixBins();
  private Indexed indexed;
  private boolean beyond;
  private long rows;
  private boolean closed;

  /**
   * @param out where the part goes; {@link #close} closes it
   * @param compressed BGZF, or plain text
   */
  public RowWriter(OutputStream out, boolean compressed) {
    counted = new CountingOutput(out);
    blocks = compressed ? BgzfOutput.on(counted) : null;
    plain = compressed ? null : new BufferedOutputStream(counted, BUFFER);
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
    byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
    if (blocks == null) {
      plain.write(line);
      return;
    }
    long from = blocks.getFilePointer();
    index(from);
    beyond |= end > TABIX_LIMIT;
    indexed = beyond ? null : new Indexed(contig, start, end, from);
    blocks.write(line);
  }

  /**
   * Enters the row before into the index. Only now its end is known as readers will count it: if it
   * ends its block, the end is the start of the next block.
   */
  private void index(long to) {
    if (indexed != null) {
      bins.add(indexed.contig(), indexed.start(), indexed.end(), indexed.from(), to);
      indexed = null;
    }
  }

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
  public RowSummary summary() {
    if (!closed) {
      throw new IllegalStateException("the part is not closed");
    }
    return new RowSummary(rows, counted.count(), beyond, bins);
  }
}
