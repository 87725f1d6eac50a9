package org.splicespark.io.vcf;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.splicespark.error.InputException;

/**
 * Turns text that can only be read from its start into BGZF, which can be read from many places at
 * once.
 */
public final class TextSpool {
  private static final int BUFFER = 1 << 16;

  /** Fast: the spool is read once or twice and then thrown away. */
  private static final int LEVEL = 1;

  private TextSpool() {}

  /**
   * Copies all of a stream, decompressed if it is gzip of any kind, into complete BGZF. Closes
   * neither stream.
   *
   * @param name what an error message calls the stream
   * @throws InputException if the gzip ends early or is damaged
   */
  public static void copy(InputStream in, String name, OutputStream out) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    BlockCompressedOutputStream blocks =
        new BlockCompressedOutputStream(out, (java.nio.file.Path) null, LEVEL);
    long copied = 0;
    try {
      InputStream text = isGzip(buffered) ? new GZIPInputStream(buffered, BUFFER) : buffered;
      byte[] buffer = new byte[BUFFER];
      for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
        blocks.write(buffer, 0, n);
        copied += n;
      }
    } catch (EOFException | ZipException e) {
      throw new InputException(
          name
              + ": truncated or damaged after about byte "
              + copied
              + " of its text; copy it again",
          e);
    }
    blocks.flush();
    out.write(BgzfOutput.compressed(new byte[0], true));
  }

  private static boolean isGzip(BufferedInputStream in) throws IOException {
    in.mark(2);
    byte[] magic = in.readNBytes(2);
    in.reset();
    return magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
  }
}
