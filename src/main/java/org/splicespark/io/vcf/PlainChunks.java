package org.splicespark.io.vcf;

import java.io.IOException;

/** Text that is stored as it is. */
final class PlainChunks implements TextChunks {
  private static final int BUFFER = 1 << 17;

  private final ByteInput in;
  private final byte[] buffer = new byte[BUFFER];
  private long start;
  private int length;

  PlainChunks(ByteSource source, long position) throws IOException {
    in = source.open();
    in.seek(position);
    start = position;
  }

  @Override
  public boolean next() throws IOException {
    start += length;
    length = Math.max(0, in.read(buffer, 0, buffer.length));
    return length > 0;
  }

  @Override
  public byte[] bytes() {
    return buffer;
  }

  @Override
  public int from() {
    return 0;
  }

  @Override
  public int to() {
    return length;
  }

  @Override
  public long position(int index) {
    return start + index;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
