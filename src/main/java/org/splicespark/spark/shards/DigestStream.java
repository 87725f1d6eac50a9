package org.splicespark.spark.shards;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** Counts and digests what goes through. */
final class DigestStream extends FilterOutputStream {
  private final MessageDigest digest = DigestUtils.getSha256Digest();
  private long bytes;

  DigestStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    out.write(buffer, offset, length);
    digest.update(buffer, offset, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  /** What was written, once all of it is. */
  WrittenFile file(String name) {
    return new WrittenFile(name, bytes, Hex.encodeHexString(digest.digest()));
  }
}
