package org.splicespark.io.vcf;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;

/**
 * A file's text, uncompressed, in pieces of any size. Every byte has a position that grows along
 * the file: for PLAIN its byte offset, for BGZF its virtual file offset (block address times 65,536
 * plus the offset within the block's text), for GZIP its offset in the uncompressed text.
 */
interface TextChunks extends Closeable {

  /** Goes on to the next piece, which is not empty; false at the end of the text. */
  boolean next() throws IOException;

  /** Holds the current piece; overwritten by the next. */
  byte[] bytes();

  /** Index of the piece's first byte in {@link #bytes}. */
  int from();

  /** Index after the piece's last byte in {@link #bytes}. */
  int to();

  /** Position of the byte with this index in {@link #bytes}. */
  long position(int index);

  /**
   * @param position where to begin: for BGZF within a block that is there
   */
  static TextChunks open(ByteSource source, Compression compression, long position)
      throws IOException {
    return switch (compression) {
      case PLAIN -> new PlainChunks(source, position);
      case BGZF -> new BgzfChunks(source, position);
      case GZIP -> new GzipChunks(source, position);
    };
  }

  /** The first bytes of a file's text, fewer than asked for if it is shorter. */
  static byte[] head(ByteSource source, Compression compression, int count) throws IOException {
    var head = new ByteArrayOutputStream();
    try (TextChunks text = open(source, compression, 0)) {
      while (head.size() < count && text.next()) {
        int wanted = Math.min(count - head.size(), text.to() - text.from());
        head.write(text.bytes(), text.from(), wanted);
      }
    }
    return head.toByteArray();
  }
}
