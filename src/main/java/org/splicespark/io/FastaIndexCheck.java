package org.splicespark.io;

import htsjdk.samtools.reference.FastaSequenceIndexEntry;
import htsjdk.samtools.util.GZIIndex;
import java.io.IOException;
import java.nio.file.Path;
import org.splicespark.error.InputException;

/**
 * Whether an index can be the index of a FASTA file: every contig begins right after its own header
 * and ends where the next one begins, or the file ends. An index of other text would silently give
 * other bases, or make htsjdk read past the end for ever.
 */
final class FastaIndexCheck {
  private static final int HEADER = 1 << 16;
  private static final int USUAL_HEADER = 1 << 8;

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
    if (!contigs.iterator().hasNext()) {
      throw disagrees("it names no contig");
    }
    // Lengths first: they are known without reading.
    for (FastaSequenceIndexEntry entry : contigs) {
      checkPlace(entry, length);
    }
    try (FastaText text = new FastaText(fasta, blocks)) {
      for (FastaSequenceIndexEntry entry : contigs) {
        if (!isAfterItsHeader(entry, text) || !isWhole(entry, text)) {
          throw disagrees("contig " + entry.getContig() + " is not where it should be");
        }
      }
    }
  }

  private static boolean isAfterItsHeader(FastaSequenceIndexEntry entry, FastaText text)
      throws IOException {
    String wanted = '>' + entry.getContig();
    for (int most : new int[] {USUAL_HEADER, HEADER}) {
      if (text.lineBefore(entry.getLocation(), most).split("\\s", 2)[0].equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** Its last base is no line end, and there is nothing else from there to the next contig. */
  private static boolean isWhole(FastaSequenceIndexEntry entry, FastaText text) throws IOException {
    int last = entry.getSize() > 0 ? 1 : 0;
    String ending = text.at(end(entry) - last, USUAL_HEADER);
    String behind = ending.substring(Math.min(last, ending.length())).stripLeading();
    return (last == 0 || !Character.isWhitespace(ending.charAt(0)))
        && (behind.isEmpty() || behind.charAt(0) == '>');
  }

  private void checkPlace(FastaSequenceIndexEntry entry, long length) {
    // What lies beyond the file could make a sum overflow below.
    if (entry.getSize() < 0 || entry.getLocation() < 0 || entry.getLocation() > length) {
      throw disagrees(
          "contig " + entry.getContig() + " ends after the file does, or has no length");
    }
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
    try (FastaText text = new FastaText(fasta, blocks)) {
      return text.length();
    }
  }
}
