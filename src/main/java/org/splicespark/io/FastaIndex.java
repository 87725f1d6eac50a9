package org.splicespark.io;

import htsjdk.samtools.SAMException;
import htsjdk.samtools.reference.FastaSequenceIndex;
import htsjdk.samtools.util.GZIIndex;
import htsjdk.samtools.util.IOUtil;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.splicespark.error.InputException;

/**
 * The index of a FASTA file: found beside it, made where it is missing, and held against it.
 *
 * @param contigs the {@code .fai}
 * @param blocks the {@code .gzi}; null for a FASTA that is not compressed
 */
record FastaIndex(FastaSequenceIndex contigs, GZIIndex blocks) {
  private static final int LONGEST_MESSAGE = 300;

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  boolean isCompressed() {
    return blocks != null;
  }

  static FastaIndex of(Path fasta) {
    if (!Files.isRegularFile(fasta)) {
      throw new InputException("no such FASTA file: " + fasta);
    }
    try {
      GZIIndex blocks = isBgzip(fasta) ? blocks(fasta) : null;
      FastaIndex index = new FastaIndex(contigs(fasta), blocks);
      FastaIndexCheck.check(fasta, index);
      return index;
    } catch (IOException | SAMException e) {
      throw new InputException("cannot read " + fasta + ": " + e.getMessage(), e);
    }
  }

  private static boolean isBgzip(Path fasta) throws IOException {
    boolean bgzip = IOUtil.isBlockCompressed(fasta, false);
    int first;
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(fasta))) {
      boolean gzip = IOUtil.isGZIPInputStream(raw);
      if (gzip && !bgzip) {
        String name = fasta.toString().replaceFirst("\\.gz$", "");
        throw new InputException(
            fasta
                + " is compressed with gzip; recompress it with bgzip: gunzip "
                + name
                + ".gz && bgzip "
                + name);
      }
      first = (gzip ? new GZIPInputStream(raw) : raw).read();
    }
    if (first != '>') {
      throw new InputException(fasta + (first < 0 ? " is empty" : " is no FASTA file"));
    }
    return bgzip;
  }

  private static FastaSequenceIndex contigs(Path fasta) throws IOException {
    Path path = beside(fasta, ".fai");
    if (Files.isRegularFile(path)) {
      try {
        return new FastaSequenceIndex(path);
      } catch (RuntimeException e) {
        // htsjdk meets rubbish with whatever it stumbles over.
        throw new InputException(path + " is no FASTA index: " + shown(e), e);
      }
    }
    byte[] index = index(fasta).getBytes(StandardCharsets.UTF_8);
    FastaSequenceIndex contigs = new FastaSequenceIndex(new ByteArrayInputStream(index));
    write(fasta, path, out -> out.write(index));
    return contigs;
  }

  /** Messages of htsjdk quote the file. */
  private static String shown(RuntimeException e) {
    String message = ("" + e.getMessage()).replaceAll("[^\\p{Print}]+", " ");
    return message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
  }

  private static String index(Path fasta) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(fasta), 1 << 16)) {
      boolean gzip = IOUtil.isGZIPInputStream(raw);
      return FastaIndexer.index(fasta, gzip ? new GZIPInputStream(raw, 1 << 16) : raw);
    }
  }

  private static GZIIndex blocks(Path fasta) throws IOException {
    Path path = beside(fasta, ".gzi");
    if (Files.isRegularFile(path)) {
      try {
        GziCheck.check(path, fasta);
        return GZIIndex.loadIndex(path);
      } catch (SAMException | IOException e) {
        throw new InputException(path + " is no index of bgzip blocks: " + e.getMessage(), e);
      }
    }
    GZIIndex index = GZIIndex.buildIndex(fasta);
    write(fasta, path, index::writeIndex);
    return index;
  }

  /** Renamed when complete, so that nobody ever reads half an index. */
  private static void write(Path fasta, Path target, Content content) {
    Path part = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
        content.writeTo(out);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      part.toFile().delete();
      throw new InputException(
          fasta + " has no index and none can be written beside it; run: samtools faidx " + fasta,
          e);
    }
  }

  private static Path beside(Path fasta, String extension) {
    return fasta.resolveSibling(fasta.getFileName() + extension);
  }
}
