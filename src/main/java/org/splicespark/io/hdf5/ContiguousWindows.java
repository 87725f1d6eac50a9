package org.splicespark.io.hdf5;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Windows that lie behind one another in the file. Read past jHDF, which reads a slice of such data
 * row by row: four bytes at a time.
 *
 * @param channel the file
 * @param address of the first window, in bytes from the file's beginning
 * @param width bytes of a window
 */
record ContiguousWindows(FileChannel channel, long address, int width) implements WindowData {
  private static final int SLICE = 1 << 20;

  @Override
  public int stride() {
    return Math.max(1, SLICE / width);
  }

  @Override
  public byte[] read(long first, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count * width);
    long start = address + first * width;
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, start + bytes.position()) < 0) {
        throw new EOFException("truncated");
      }
    }
    return bytes.array();
  }
}
