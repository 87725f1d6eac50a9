package org.splicespark.spark;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.splicespark.io.vcf.VcfLine;

/** Lines of a part that are also kept aside: a file beside the part's, if there are any. */
final class AsideWriter implements Closeable {
  private final PartStore<PartResult> parts;
  private final String file;
  private OutputStream out;
  private long bytes;

  AsideWriter(PartStore<PartResult> parts, String part, Aside kind) {
    this.parts = parts;
    this.file = kind.ofPart(part);
  }

  /**
   * Keeps a line.
   *
   * @param before stands before it
   */
  void add(String before, VcfLine line) throws IOException {
    if (out == null) {
      out = new BufferedOutputStream(parts.create(file));
    }
    byte[] prefix = before.getBytes(StandardCharsets.UTF_8);
    out.write(prefix);
    line.writeTo(out);
    bytes += prefix.length + line.length();
    if (!line.isEnded()) {
      out.write('\n');
      bytes++;
    }
  }

  /** Length of the file; 0 if there is none. */
  long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
