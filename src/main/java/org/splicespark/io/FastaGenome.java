package org.splicespark.io;

import htsjdk.samtools.SAMException;
import htsjdk.samtools.reference.BlockCompressedIndexedFastaSequenceFile;
import htsjdk.samtools.reference.FastaSequenceIndexEntry;
import htsjdk.samtools.reference.IndexedFastaSequenceFile;
import htsjdk.samtools.reference.ReferenceSequenceFile;
import htsjdk.samtools.seekablestream.SeekablePathStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.splicespark.error.InputException;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;

/**
 * A genome in a FASTA file, plain or compressed with bgzip, read through its {@code .fai} (and
 * {@code .gzi}) index. A missing index is made beside the file.
 *
 * <p>Safe for threads: every read takes the same lock.
 */
public final class FastaGenome implements Genome {
  private static final int BLOCK = 1 << 18;
  private static final int BLOCKS_KEPT = 4;

  private record BlockKey(String contig, int number) {}

  private final Path path;
  private final ReferenceSequenceFile file;
  private final Map<String, Integer> contigs = new LinkedHashMap<>();

  /** Variants next to each other share most of their windows, so the last few blocks stay. */
  private final Map<BlockKey, byte[]> recent = new LinkedHashMap<>(8, 0.75f, true);

  private FastaGenome(Path path, FastaIndex index, ReferenceSequenceFile file) {
    this.path = path;
    this.file = file;
    for (FastaSequenceIndexEntry entry : index.contigs()) {
      contigs.put(entry.getContig(), Math.toIntExact(entry.getSize()));
    }
  }

  /**
   * Opens a FASTA file.
   *
   * @throws InputException if the file is no FASTA, is compressed with gzip instead of bgzip, has
   *     an index that is not its own, or has none and none can be written beside it
   */
  public static FastaGenome open(Path path) {
    FastaIndex index = FastaIndex.of(path);
    try {
      return new FastaGenome(path, index, reader(path, index));
    } catch (IOException | SAMException e) {
      throw new InputException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  /** Built from a stream: from a path, htsjdk would also want a {@code .dict} there to agree. */
  private static ReferenceSequenceFile reader(Path path, FastaIndex index) throws IOException {
    SeekablePathStream stream = new SeekablePathStream(path);
    String name = path.toString();
    return index.isCompressed()
        ? new BlockCompressedIndexedFastaSequenceFile(
            name, stream, index.contigs(), null, index.blocks())
        : new IndexedFastaSequenceFile(name, stream, index.contigs(), null);
  }

  @Override
  public Map<String, Integer> contigs() {
    return Collections.unmodifiableMap(contigs);
  }

  @Override
  public synchronized byte[] bases(Interval interval) {
    Integer length = contigs.get(interval.contig());
    if (length == null || interval.end() > length) {
      throw new IllegalArgumentException(interval + " is not in " + path);
    }
    byte[] bases = new byte[interval.length()];
    int done = 0;
    while (done < bases.length) {
      int position = interval.start() + done;
      byte[] block = block(interval.contig(), position / BLOCK);
      int offset = position % BLOCK;
      int count = Math.min(block.length - offset, bases.length - done);
      System.arraycopy(block, offset, bases, done, count);
      done += count;
    }
    return bases;
  }

  private byte[] block(String contig, int number) {
    byte[] block = recent.computeIfAbsent(new BlockKey(contig, number), this::read);
    if (recent.size() > BLOCKS_KEPT) {
      recent.remove(recent.keySet().iterator().next());
    }
    return block;
  }

  private byte[] read(BlockKey key) {
    long first = (long) key.number() * BLOCK;
    long end = Math.min(first + BLOCK, contigs.get(key.contig()));
    try {
      return upperCase(file.getSubsequenceAt(key.contig(), first + 1, end).getBases());
    } catch (SAMException e) {
      throw new InputException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  private static byte[] upperCase(byte[] bases) {
    for (int i = 0; i < bases.length; i++) {
      if (bases[i] >= 'a' && bases[i] <= 'z') {
        bases[i] -= 'a' - 'A';
      }
    }
    return bases;
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
