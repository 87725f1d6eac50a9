package org.splicespark.io.bigwig;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Compresses blocks, each for itself. Close it after use. */
final class Zlib implements AutoCloseable {
  private static final int LEVEL = 6;

  private final Deflater deflater = new Deflater(LEVEL);
  private final byte[] buffer = new byte[1 << 13];

  byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    deflater.reset();
    deflater.setInput(bytes);
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    deflater.end();
  }
}
