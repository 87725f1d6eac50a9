package org.splicespark.io.vcf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compressed files for tests, with blocks that end where the test wants them to. */
final class BgzfBytes {

  private BgzfBytes() {}

  /** As htsjdk writes it. */
  static byte[] byHtsjdk(byte[] text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var blocks =
        new htsjdk.samtools.util.BlockCompressedOutputStream(out, (java.nio.file.Path) null)) {
      blocks.write(text);
    }
    return out.toByteArray();
  }

  /** Blocks of these text lengths in turn, 0 for an empty block, and the end block. */
  static byte[] withBlocks(byte[] text, List<Integer> lengths) {
    var out = new ByteArrayOutputStream();
    int at = 0;
    for (int i = 0; at < text.length; i++) {
      int length = Math.min(lengths.get(i % lengths.size()), text.length - at);
      out.writeBytes(block(text, at, length));
      at += length;
    }
    out.writeBytes(block(text, 0, 0));
    return out.toByteArray();
  }

  /** One block for each line. */
  static byte[] withBlockPerLine(byte[] text) {
    var out = new ByteArrayOutputStream();
    int from = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n' || i == text.length - 1) {
        out.writeBytes(block(text, from, i + 1 - from));
        from = i + 1;
      }
    }
    out.writeBytes(block(text, 0, 0));
    return out.toByteArray();
  }

  static byte[] gzip(byte[] text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(text);
    }
    return out.toByteArray();
  }

  static byte[] block(byte[] text, int offset, int length) {
    var deflater = new Deflater(6, true);
    deflater.setInput(text, offset, length);
    deflater.finish();
    byte[] packed = new byte[70_000];
    int size = deflater.deflate(packed);
    deflater.end();
    var crc = new CRC32();
    crc.update(text, offset, length);
    ByteBuffer out = ByteBuffer.allocate(size + 26).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {0x1f, (byte) 0x8b, 8, 4, 0, 0, 0, 0, 0, (byte) 0xff, 6, 0, 'B', 'C', 2, 0});
    out.putShort((short) (size + 25)).put(packed, 0, size);
    return out.putInt((int) crc.getValue()).putInt(length).array();
  }
}
