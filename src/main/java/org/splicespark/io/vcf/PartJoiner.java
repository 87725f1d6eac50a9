package org.splicespark.io.vcf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Makes a complete file of a header and parts: the header, the parts in order, byte by byte as they
 * are, and in BGZF the end block; and the tabix index beside it. With one part it makes a shard
 * that stands alone.
 */
public final class PartJoiner {
  private final Compression compression;
  private final byte[] head;

  /**
   * @param header the header's text, as {@link VcfHeader#completed} gives it
   * @param compression PLAIN or BGZF, that of the parts
   */
  public PartJoiner(byte[] header, Compression compression) throws IOException {
    this.compression = checked(compression);
    boolean bgzf = compression == Compression.BGZF;
    this.head = bgzf ? BgzfOutput.compressed(header, false) : header.clone();
  }

  static Compression checked(Compression compression) {
    if (compression == Compression.GZIP) {
      throw new IllegalArgumentException("parts are written plain or as BGZF");
    }
    return compression;
  }

  /** What stands before the first part: the header, compressed as the parts are. */
  public byte[] head() {
    return head.clone();
  }

  /** What stands after the last part: the end block, or nothing. */
  public byte[] tail() throws IOException {
    return compression == Compression.BGZF ? BgzfOutput.compressed(new byte[0], true) : new byte[0];
  }

  /**
   * Writes the complete file; leaves the stream open.
   *
   * @throws IOException also if a part has not the length that its summary says
   */
  public void writeTo(OutputStream out, List<Part> parts) throws IOException {
    out.write(head);
    for (Part part : parts) {
      try (InputStream in = part.content().open()) {
        long copied = in.transferTo(out);
        if (copied != part.summary().bytes()) {
          throw new IOException(
              "a part has " + copied + " bytes and should have " + part.summary().bytes());
        }
      }
    }
    out.write(tail());
    out.flush();
  }

  /** Why these parts, in this order, can have no tabix index, and what to do; empty if they can. */
  public Optional<String> noIndexBecause(List<PartSummary> parts) {
    if (compression == Compression.PLAIN) {
      return Optional.of("plain text: no index; choose an output name that ends in .gz");
    }
    var order = new PlaceOrder();
    parts.forEach(part -> order.add(part.order()));
    return Optional.ofNullable(order.trouble());
  }

  /**
   * Writes the tabix index ({@code .tbi}) of the file that {@link #writeTo} makes of these parts;
   * leaves the stream open.
   *
   * @throws IllegalArgumentException if {@link #noIndexBecause} has a reason
   */
  public void writeIndex(OutputStream out, List<PartSummary> parts) throws IOException {
    noIndexBecause(parts)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    var bins = new TabixBins();
    long address = head.length;
    for (PartSummary part : parts) {
      bins.add(part.bins(), address);
      address += part.bytes();
    }
    out.write(BgzfOutput.compressed(bins.toBytes(TabixFormat.VCF), true));
    out.flush();
  }
}
