package org.splicespark.spark.shards;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;
import org.splicespark.spark.GenomeOpener;
import org.splicespark.testing.MemoryGenome;

/** The made-up genome, on which one task falls in the middle of its shard. */
final class StumblingGenome implements Genome {
  private static final int FINE = 30;

  /** What happens after some genes of the first shard. */
  interface Fall extends Serializable {
    void at(int attempt);
  }

  private final MemoryGenome genome = MadeUpGenes.genome();
  private final Fall fall;
  private int read;

  private StumblingGenome(Fall fall) {
    this.fall = fall;
  }

  /** The first attempt throws. */
  static GenomeOpener throwing(String note) {
    return opener(
        attempt -> {
          if (attempt == 0) {
            note(note, "thrown\n");
            throw new IllegalStateException("as the test wants it");
          }
        });
  }

  /** The first attempt takes its whole executor with it. */
  static GenomeOpener halting(String note) {
    return opener(
        attempt -> {
          if (attempt == 0) {
            note(note, "halted\n");
            Runtime.getRuntime().halt(137);
          }
        });
  }

  /** No attempt gets through. */
  static GenomeOpener always() {
    return opener(
        attempt -> {
          throw new IllegalStateException("as the test wants it");
        });
  }

  private static GenomeOpener opener(Fall fall) {
    return () -> new StumblingGenome(fall);
  }

  private static void note(String file, String text) {
    try {
      Files.writeString(Path.of(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, Integer> contigs() {
    return genome.contigs();
  }

  @Override
  public byte[] bases(Interval interval) {
    if (++read == FINE && TaskContext.getPartitionId() == 0) {
      fall.at(TaskContext.get().attemptNumber());
    }
    return genome.bases(interval);
  }

  @Override
  public void close() {
    genome.close();
  }
}
