package org.splicespark.io.bed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.splicespark.io.vcf.BgzfOutput;
import org.splicespark.io.vcf.TabixBins;
import org.splicespark.io.vcf.TabixFormat;

/**
 * Makes a complete file of parts: their bytes as they are, in order, and in BGZF the end block; and
 * the tabix index beside it.
 *
 * @param compressed whether the parts are BGZF, or plain text
 */
public record RowJoiner(boolean compressed) {

  /** Opens a part; whoever opens it closes it. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  /**
   * One part, as its writer left it.
   *
   * @param name of its file
   */
  public record Part(String name, RowSummary summary, Content content) {}

  /**
   * Writes the complete file; leaves the stream open.
   *
   * @throws IOException also if a part has not the length that its summary says
   */
  public void writeTo(OutputStream out, List<Part> parts) throws IOException {
    for (Part part : parts) {
      try (InputStream in = part.content().open()) {
        long copied = in.transferTo(out);
        if (copied != part.summary().bytes()) {
          throw new IOException(
              part.name() + ": has " + copied + " bytes and should have " + part.summary().bytes());
        }
      }
    }
    if (compressed) {
      out.write(BgzfOutput.compressed(new byte[0], true));
    }
    out.flush();
  }

  /** Whether these parts can have a tabix index: not plain text, nor contigs beyond 2^29 bases. */
  public boolean indexable(List<RowSummary> parts) {
    return compressed && parts.stream().noneMatch(RowSummary::beyond);
  }

  /** Writes the tabix index of the file that {@link #writeTo} makes; leaves the stream open. */
  public void writeIndex(OutputStream out, List<RowSummary> parts) throws IOException {
    TabixBins bins = new TabixBins();
    long address = 0;
    for (RowSummary part : parts) {
      bins.add(part.bins(), address);
      address += part.bytes();
    }
    out.write(BgzfOutput.compressed(bins.toBytes(TabixFormat.BED), true));
    out.flush();
  }
}
