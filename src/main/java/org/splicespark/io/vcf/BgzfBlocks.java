package org.splicespark.io.vcf;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The blocks of a BGZF file from one of them on, one after the other (SAM specification, section
 * 4.1). A block is either read or skipped.
 */
final class BgzfBlocks implements Closeable {

  /** A block never holds more text than this. */
  static final int MAX_TEXT = 1 << 16;

  private static final int BUFFER = 1 << 17;

  private final ByteSource source;
  private final long fileLength;
  private final ByteInput file;
  private final DataInputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] packed = new byte[MAX_TEXT];

  private final byte[] text = new byte[MAX_TEXT];
  private int textLength;
  private long address;
  private long nextAddress;

  /**
   * @param address byte offset of the first byte of a block
   */
  BgzfBlocks(ByteSource source, long address) throws IOException {
    this.source = source;
    this.fileLength = source.length();
    this.nextAddress = address;
    this.file = source.open();
    file.seek(address);
    this.in = new DataInputStream(new BufferedInputStream(file, BUFFER));
  }

  /** Byte offset of the current block. */
  long address() {
    return address;
  }

  /** The current block's text, from 0 to {@link #textLength}; overwritten by the next block. */
  byte[] text() {
    return text;
  }

  int textLength() {
    return textLength;
  }

  /** Reads the next block's text and checks it; false at the end of the file. */
  boolean read() throws IOException {
    return advance(true);
  }

  /** Takes note of the next block's address and text length only; false at the end of the file. */
  boolean skip() throws IOException {
    return advance(false);
  }

  private boolean advance(boolean wanted) throws IOException {
    address = nextAddress;
    if (address >= fileLength) {
      return false;
    }
    try {
      GzipHeader header = GzipHeader.read(in);
      if (!header.isBgzf()) {
        throw Damage.notBgzf(source, address);
      }
      load(header.payload(), wanted);
      nextAddress = address + header.blockSize();
      return true;
    } catch (EOFException cutShort) {
      throw Damage.truncated(source, address);
    } catch (ZipException noHeader) {
      throw Damage.notBgzf(source, address);
    }
  }

  private void load(int payload, boolean wanted) throws IOException {
    if (wanted) {
      in.readFully(packed, 0, payload);
    } else {
      in.skipNBytes(payload);
    }
    int expectedCrc = Integer.reverseBytes(in.readInt());
    textLength = Integer.reverseBytes(in.readInt());
    if (textLength < 0 || textLength > MAX_TEXT) {
      throw Damage.corrupt(source, address);
    }
    if (wanted) {
      inflate(payload, expectedCrc);
    }
  }

  private void inflate(int payload, int expectedCrc) {
    inflater.reset();
    inflater.setInput(packed, 0, payload);
    crc.reset();
    try {
      int filled = 0;
      while (!inflater.finished()) {
        int more = inflater.inflate(text, filled, MAX_TEXT - filled);
        filled += more;
        if (more == 0 && !inflater.finished()) {
          throw Damage.corrupt(source, address);
        }
      }
      crc.update(text, 0, filled);
      if (filled != textLength || (int) crc.getValue() != expectedCrc) {
        throw Damage.corrupt(source, address);
      }
    } catch (DataFormatException e) {
      throw Damage.corrupt(source, address);
    }
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    file.close();
  }
}
