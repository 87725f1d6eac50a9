package org.splicespark.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.splicespark.error.InputException;

/**
 * Makes the text of a {@code .fai} out of a FASTA. htsjdk's own cannot: it stops at an empty line
 * and at a last line without end, both of which are common.
 */
final class FastaIndexer {
  private final Path fasta;
  private final StringBuilder index = new StringBuilder();
  private final ByteArrayOutputStream header = new ByteArrayOutputStream();
  private long offset;
  private long line = 1;
  private boolean inHeader;
  private boolean atLineStart = true;
  private int lineBases;
  private int lineBytes;

  private String contig;
  private long size;
  private long location;
  private int basesPerLine;
  private int bytesPerLine;
  private boolean lastLineSeen;

  private FastaIndexer(Path fasta) {
    this.fasta = fasta;
  }

  /**
   * @param plain the FASTA, decompressed
   */
  static String index(Path fasta, InputStream plain) throws IOException {
    FastaIndexer indexer = new FastaIndexer(fasta);
    byte[] buffer = new byte[1 << 16];
    for (int count = plain.read(buffer); count >= 0; count = plain.read(buffer)) {
      for (int i = 0; i < count; i++) {
        indexer.accept(buffer[i]);
      }
    }
    indexer.end();
    return indexer.index.toString();
  }

  private void accept(byte b) {
    offset++;
    if (atLineStart && b == '>') {
      finishContig();
      inHeader = true;
    } else if (b == '\n') {
      endLine(1);
    } else if (inHeader) {
      header.write(b);
    } else {
      lineBytes++;
      lineBases += b == '\r' ? 0 : 1;
    }
    atLineStart = b == '\n';
  }

  private void endLine(int terminator) {
    if (inHeader) {
      startContig();
    } else if (lineBases == 0) {
      lastLineSeen = basesPerLine > 0;
      location = lastLineSeen ? location : offset;
    } else {
      addLine(lineBases, lineBytes + terminator);
    }
    lineBases = 0;
    lineBytes = 0;
    line++;
  }

  private void addLine(int bases, int bytes) {
    if (basesPerLine == 0) {
      basesPerLine = bases;
      bytesPerLine = bytes;
    }
    boolean sameEnd = bytes - bases == bytesPerLine - basesPerLine;
    if (lastLineSeen || bases > basesPerLine || !sameEnd) {
      throw new InputException(
          fasta + ", line " + line + ": lines of contig " + contig + " are not equally long");
    }
    lastLineSeen = bases < basesPerLine;
    size += bases;
  }

  private void startContig() {
    inHeader = false;
    contig = header.toString(StandardCharsets.UTF_8).split("\\s", 2)[0];
    if (contig.isEmpty()) {
      throw new InputException(fasta + ", line " + line + ": a contig without a name");
    }
    header.reset();
    location = offset;
    size = 0;
    basesPerLine = 0;
    bytesPerLine = 0;
    lastLineSeen = false;
  }

  private void finishContig() {
    if (contig != null) {
      index.append(contig).append('\t').append(size).append('\t').append(location);
      index.append('\t').append(basesPerLine).append('\t').append(bytesPerLine).append('\n');
    }
  }

  private void end() {
    if (inHeader || lineBases > 0) {
      // As if the file ended its last line like the others.
      endLine(basesPerLine == 0 ? 1 : bytesPerLine - basesPerLine);
    }
    finishContig();
  }
}
