package org.splicespark.spark;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** Reads streams one after the other, each opened when it is its turn. For one thread. */
final class JoinedInput extends InputStream {
  private final Iterator<Source> sources;
  private Source source;
  private InputStream in;
  private long read;

  /**
   * @param bytes that it has
   */
  record Source(long bytes, Content content) {}

  /** Opens a stream. */
  @FunctionalInterface
  interface Content {
    InputStream open() throws IOException;
  }

  JoinedInput(List<Source> sources) {
    this.sources = sources.iterator();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /**
   * @throws IOException also if a stream has not the bytes that it should have
   */
  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (in != null || sources.hasNext()) {
      if (in == null) {
        source = sources.next();
        in = source.content().open();
        read = 0;
      }
      int n = in.read(buffer, offset, length);
      if (n >= 0) {
        read += n;
        return n;
      }
      finish();
    }
    return -1;
  }

  private void finish() throws IOException {
    close();
    if (read != source.bytes()) {
      throw new IOException("a part has " + read + " bytes and should have " + source.bytes());
    }
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
      in = null;
    }
  }
}
