package org.splicespark.spark.shards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;
import org.splicespark.spark.GenomeOpener;
import org.splicespark.testing.MemoryGenome;

/** The made-up genome, which takes its time with every gene, and leaves a note that it was read. */
record SlowGenome(MemoryGenome genome, String note, int millis) implements Genome {

  static GenomeOpener opener(String note, int millis) {
    return () -> new SlowGenome(MadeUpGenes.genome(), note, millis);
  }

  @Override
  public Map<String, Integer> contigs() {
    return genome.contigs();
  }

  @Override
  public byte[] bases(Interval interval) {
    try {
      Files.writeString(Path.of(note), "read");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LockSupport.parkNanos(1_000_000L * millis);
    return genome.bases(interval);
  }

  @Override
  public void close() {
    genome.close();
  }
}
