package org.splicespark.io.vcf;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Where the lines of one part go: no header and, in BGZF, no end block, so that parts can be put
 * behind one another as they are. Keeps what a tabix index of them needs. For one thread.
 */
public final class PartOutput implements Closeable {
  private static final int BUFFER = 1 << 16;

  /** A line that is written and whose end in the file is not known yet. */
  private record Indexed(String contig, int start, int end, long from) {}

  private final CountingOutput counted;
  private final OutputStream plain;
  private final BlockCompressedOutputStream blocks;
  private final TabixBins bins = new TabixBins();
  private Indexed indexed;
  private boolean closed;

  /**
   * @param out where the part goes; {@link #close} closes it
   * @param bgzf whether it is compressed; plain text has no index
   */
  public PartOutput(OutputStream out, boolean bgzf) {
    counted = new CountingOutput(out);
    blocks = bgzf ? BgzfOutput.on(counted) : null;
    plain = bgzf ? null : new BufferedOutputStream(counted, BUFFER);
  }

  /** For the bytes of the next line, which the index does not have. */
  public OutputStream line() {
    if (blocks == null) {
      return plain;
    }
    index(blocks.getFilePointer());
    return blocks;
  }

  /**
   * For the bytes of the next line.
   *
   * @param start 0-based
   * @param end after the last base
   */
  public OutputStream line(String contig, int start, int end) {
    OutputStream out = line();
    if (blocks != null) {
      indexed = new Indexed(contig, start, end, blocks.getFilePointer());
    }
    return out;
  }

  /**
   * Enters the line before into the index. Only now its end is known as readers will count it: if
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
   * Length of the part.
   *
   * @throws IllegalStateException before {@link #close}: some bytes are not written yet
   */
  public long bytes() {
    requireClosed();
    return counted.count();
  }

  /**
   * The index of its lines.
   *
   * @throws IllegalStateException before {@link #close}
   */
  public TabixBins bins() {
    requireClosed();
    return bins;
  }

  private void requireClosed() {
    if (!closed) {
      throw new IllegalStateException("the part is not closed");
    }
  }
}
