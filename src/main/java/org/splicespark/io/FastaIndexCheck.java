package org.splicespark.io;

import htsjdk.samtools.reference.FastaSequenceIndexEntry;
import htsjdk.samtools.seekablestream.SeekablePathStream;
import htsjdk.samtools.seekablestream.SeekableStream;
import htsjdk.samtools.util.BlockCompressedInputStream;
import htsjdk.samtools.util.GZIIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.splicespark.error.InputException;

/**
 * Whether an index can be the index of a FASTA file: every contig ends inside the file, and the
 * last one begins right after its own header. An index of other text would silently give other
 * bases, or make htsjdk read past the end for ever.
 */
final class FastaIndexCheck {
  private static final int HEADER = 1 << 16;

  private final Path fasta;
  private final GZIIndex blocks;

  private FastaIndexCheck(Path fasta, GZIIndex blocks) {
    this.fasta = fasta;
    this.blocks = blocks;
  }

  static void check(Path fasta, FastaIndex index) throws IOException {
    new FastaIndexCheck(fasta, index.blocks()).check(index.contigs());
  }

  private void check(Iterable<FastaSequenceIndexEntry> contigs) throws IOException {
    long length = length();
    FastaSequenceIndexEntry last = null;
    for (FastaSequenceIndexEntry entry : contigs) {
      checkPlace(entry, length);
      last = last == null || entry.getLocation() > last.getLocation() ? entry : last;
    }
    if (last == null) {
      throw disagrees("it names no contig");
    }
    String header = lineBefore(last.getLocation());
    if (!header.split("\\s", 2)[0].equals('>' + last.getContig())) {
      throw disagrees("contig " + last.getContig() + " is not where it should be");
    }
  }

  private void checkPlace(FastaSequenceIndexEntry entry, long length) {
    int bases = entry.getBasesPerLine();
    if (entry.getSize() > 0 && (bases < 1 || entry.getBytesPerLine() < bases)) {
      throw disagrees("contig " + entry.getContig() + " has lines of no length");
    }
    if (entry.getSize() > Integer.MAX_VALUE) {
      throw new InputException(fasta + ": contig " + entry.getContig() + " is too long");
    }
    if (end(entry) > length) {
      throw disagrees("contig " + entry.getContig() + " ends after the file does");
    }
  }

  private InputException disagrees(String what) {
    return new InputException(
        "the index of " + fasta + " is not its own: " + what + "; run: samtools faidx " + fasta);
  }

  /** Offset of the first byte after a contig's last base, in the FASTA as plain text. */
  private static long end(FastaSequenceIndexEntry entry) {
    if (entry.getSize() == 0) {
      return entry.getLocation();
    }
    long lastBase = entry.getSize() - 1;
    int perLine = entry.getBasesPerLine();
    return entry.getLocation()
        + lastBase / perLine * entry.getBytesPerLine()
        + lastBase % perLine
        + 1;
  }

  private long length() throws IOException {
    if (blocks == null) {
      return fasta.toFile().length();
    }
    List<GZIIndex.IndexEntry> entries = blocks.getIndexEntries();
    long lastBlock =
        entries.isEmpty() ? 0 : entries.get(entries.size() - 1).getUncompressedOffset();
    try (InputStream rest = from(lastBlock)) {
      return lastBlock + rest.transferTo(OutputStream.nullOutputStream());
    }
  }

  private String lineBefore(long end) throws IOException {
    long start = Math.max(0, end - HEADER);
    try (InputStream in = from(start)) {
      String text = new String(in.readNBytes((int) (end - start)), StandardCharsets.UTF_8);
      String line = text.stripTrailing();
      return line.length() == text.length() ? "" : line.substring(line.lastIndexOf('\n') + 1);
    }
  }

  private InputStream from(long offset) throws IOException {
    SeekableStream raw = new SeekablePathStream(fasta);
    if (blocks == null) {
      raw.seek(offset);
      return raw;
    }
    BlockCompressedInputStream in = new BlockCompressedInputStream(raw);
    in.seek(blocks.getVirtualOffsetForSeek(offset));
    return in;
  }
}
