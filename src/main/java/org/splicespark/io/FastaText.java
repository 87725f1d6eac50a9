package org.splicespark.io;

import htsjdk.samtools.seekablestream.SeekablePathStream;
import htsjdk.samtools.seekablestream.SeekableStream;
import htsjdk.samtools.util.BlockCompressedInputStream;
import htsjdk.samtools.util.GZIIndex;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Pieces of a FASTA file's text, decompressed, from any place. */
final class FastaText implements Closeable {
  private final SeekableStream raw;
  private final GZIIndex blocks;
  private final BlockCompressedInputStream compressed;

  /**
   * @param blocks null for a FASTA that is not compressed
   */
  FastaText(Path fasta, GZIIndex blocks) throws IOException {
    this.raw = new SeekablePathStream(fasta);
    this.blocks = blocks;
    this.compressed = blocks == null ? null : new BlockCompressedInputStream(raw);
  }

  /** Bytes of the text. */
  long length() throws IOException {
    if (blocks == null) {
      return raw.length();
    }
    List<GZIIndex.IndexEntry> entries = blocks.getIndexEntries();
    long last = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).getUncompressedOffset();
    return last + from(last).transferTo(OutputStream.nullOutputStream());
  }

  /** So many bytes from a place on, fewer at the end. */
  String at(long place, int count) throws IOException {
    return new String(from(place).readNBytes(count), StandardCharsets.UTF_8);
  }

  /** The line that ends right before a place, or its last bytes; empty if none does. */
  String lineBefore(long place, int most) throws IOException {
    long start = Math.max(0, place - most);
    String text = at(start, (int) (place - start));
    String line = text.stripTrailing();
    return line.length() == text.length() ? "" : line.substring(line.lastIndexOf('\n') + 1);
  }

  private InputStream from(long place) throws IOException {
    if (blocks == null) {
      raw.seek(place);
      return raw;
    }
    compressed.seek(blocks.getVirtualOffsetForSeek(place));
    return compressed;
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }
}
