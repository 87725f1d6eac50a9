package org.splicespark.io.vcf;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The text of a gzip file of one or more members (RFC 1952). The JDK's own stream ends silently
 * where a second member's header is cut short, and after the first member wherever the file system
 * cannot tell how much is available; this one does not.
 */
final class GzipChunks implements TextChunks {
  private static final int BUFFER = 1 << 17;

  private final ByteSource source;
  private final PushbackInputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] packed = new byte[BUFFER];
  private final byte[] text = new byte[BUFFER];

  private boolean inMember;
  private int filled;
  private long packedRead;
  private long skip;
  private long start;
  private int from;
  private int length;

  GzipChunks(ByteSource source, long position) throws IOException {
    this.source = source;
    this.in = new PushbackInputStream(source.open(), BUFFER);
    this.skip = position;
  }

  @Override
  public boolean next() throws IOException {
    do {
      start += length;
      length = 0;
      if (!inMember && !openMember()) {
        return false;
      }
      inflate();
      from = (int) Math.min(skip, length);
      skip -= from;
    } while (from >= length);
    return true;
  }

  private boolean openMember() throws IOException {
    int first = firstAfterPadding();
    if (first < 0) {
      return false;
    }
    in.unread(first);
    try {
      GzipHeader.read(new DataInputStream(in));
    } catch (EOFException cutShort) {
      throw Damage.truncated(source, packedRead);
    } catch (ZipException notGzip) {
      throw Damage.corrupt(source, packedRead);
    }
    inMember = true;
    inflater.reset();
    crc.reset();
    return true;
  }

  /** Tapes and some copying tools fill the last block of a gzip file with zeros. */
  private int firstAfterPadding() throws IOException {
    int first = in.read();
    while (first == 0) {
      first = in.read();
    }
    return first;
  }

  private void inflate() throws IOException {
    try {
      length = inflater.inflate(text);
      while (length == 0 && !inflater.finished()) {
        fill();
        length = inflater.inflate(text);
      }
    } catch (DataFormatException e) {
      throw Damage.corrupt(source, packedRead);
    }
    crc.update(text, 0, length);
    if (inflater.finished()) {
      closeMember();
    }
  }

  private void fill() throws IOException {
    int count = in.read(packed);
    if (count <= 0 || inflater.needsDictionary()) {
      throw Damage.truncated(source, packedRead);
    }
    packedRead += count;
    filled = count;
    inflater.setInput(packed, 0, count);
  }

  private void closeMember() throws IOException {
    inMember = false;
    int left = inflater.getRemaining();
    in.unread(packed, filled - left, left);
    packedRead -= left;
    try {
      var trailer = new DataInputStream(in);
      int expectedCrc = Integer.reverseBytes(trailer.readInt());
      int expectedSize = Integer.reverseBytes(trailer.readInt());
      if (expectedCrc != (int) crc.getValue() || expectedSize != (int) inflater.getBytesWritten()) {
        throw Damage.corrupt(source, packedRead);
      }
    } catch (EOFException cutShort) {
      throw Damage.truncated(source, packedRead);
    }
  }

  @Override
  public byte[] bytes() {
    return text;
  }

  @Override
  public int from() {
    return from;
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
    inflater.end();
    in.close();
  }
}
