package org.splicespark.io.vcf;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

/** How a file's text is stored. Told by its first bytes, never by its name. */
public enum Compression {
  /** As it is: splittable at any byte. */
  PLAIN,
  /** Blocked gzip (SAM specification, section 4.1): splittable, indexable. */
  BGZF,
  /** Any other gzip (RFC 1952): one stream from the first byte to the last. */
  GZIP;

  /**
   * Looks at a file's first bytes. An empty file is PLAIN.
   *
   * @throws org.splicespark.error.InputException if the file ends within its first gzip header
   */
  public static Compression of(ByteSource source) throws IOException {
    try (ByteInput in = source.open()) {
      byte[] magic = in.readNBytes(2);
      if (magic.length < 2 || !GzipHeader.isMagic(magic[0], magic[1])) {
        return PLAIN;
      }
      in.seek(0);
      return GzipHeader.read(new DataInputStream(in)).isBgzf() ? BGZF : GZIP;
    } catch (EOFException cutShort) {
      throw Damage.truncated(source, 0);
    } catch (ZipException noGzip) {
      return PLAIN;
    }
  }
}
