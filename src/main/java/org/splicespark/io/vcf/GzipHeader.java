package org.splicespark.io.vcf;

import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.zip.ZipException;

/**
 * The header of one gzip member (RFC 1952, section 2.3).
 *
 * @param length the header's own length in bytes
 * @param blockSize length of the whole member in bytes if it is a BGZF block, that is, if it has
 *     the extra subfield {@code BC}; else {@link #NO_BLOCK}
 */
record GzipHeader(int length, int blockSize) {
  static final int NO_BLOCK = -1;

  /** CRC32 and ISIZE, which end every member. */
  static final int TRAILER = 8;

  private static final int FIXED = 10;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  /** True if the two bytes are those that every gzip member begins with. */
  static boolean isMagic(byte first, byte second) {
    return first == 0x1f && second == (byte) 0x8b;
  }

  boolean isBgzf() {
    return blockSize != NO_BLOCK;
  }

  /** How many bytes of compressed data the BGZF block holds. */
  int payload() {
    return blockSize - length - TRAILER;
  }

  /**
   * Reads a header and stops at the first byte of compressed data.
   *
   * @throws java.io.EOFException if the input ends within the header
   * @throws ZipException if these bytes are no gzip header
   */
  static GzipHeader read(DataInput in) throws IOException {
    byte[] fixed = new byte[FIXED];
    in.readFully(fixed);
    if (!isMagic(fixed[0], fixed[1]) || fixed[2] != 8 || (fixed[3] & 0xe0) != 0) {
      throw new ZipException("no gzip header");
    }
    int flags = fixed[3];
    int length = FIXED;
    int blockSize = NO_BLOCK;
    if ((flags & EXTRA) != 0) {
      byte[] extra = new byte[shortOf(in)];
      in.readFully(extra);
      length += 2 + extra.length;
      blockSize = blockSize(extra);
    }
    length += (flags & NAME) != 0 ? skipText(in) : 0;
    length += (flags & COMMENT) != 0 ? skipText(in) : 0;
    length += (flags & HEADER_CRC) != 0 ? skipShort(in) : 0;
    boolean possible = blockSize >= length + TRAILER;
    return new GzipHeader(length, possible ? blockSize : NO_BLOCK);
  }

  /** The header at a place of a buffer; null if there is none or it does not end in the buffer. */
  static GzipHeader at(byte[] buffer, int offset, int end) {
    if (offset + FIXED > end || !isMagic(buffer[offset], buffer[offset + 1])) {
      return null;
    }
    var bytes = new ByteArrayInputStream(buffer, offset, end - offset);
    try {
      return read(new DataInputStream(bytes));
    } catch (IOException notAHeader) {
      return null;
    }
  }

  private static int blockSize(byte[] extra) {
    int at = 0;
    while (at + 4 <= extra.length) {
      int size = (extra[at + 2] & 0xff) | (extra[at + 3] & 0xff) << 8;
      if (extra[at] == 'B' && extra[at + 1] == 'C' && size == 2 && at + 6 <= extra.length) {
        return ((extra[at + 4] & 0xff) | (extra[at + 5] & 0xff) << 8) + 1;
      }
      at += 4 + size;
    }
    return NO_BLOCK;
  }

  private static int shortOf(DataInput in) throws IOException {
    return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
  }

  private static int skipShort(DataInput in) throws IOException {
    in.readShort();
    return 2;
  }

  private static int skipText(DataInput in) throws IOException {
    int length = 1;
    while (in.readByte() != 0) {
      length++;
    }
    return length;
  }
}
