package org.splicespark.testing;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;

/** A genome held in memory; it may be sent to executors. */
public final class MemoryGenome implements Genome, Serializable {
  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, byte[]> sequences = new LinkedHashMap<>();

  public MemoryGenome with(String contig, String bases) {
    sequences.put(contig, bases.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** Random bases, with runs and repeats as genomes have them. */
  public static String randomBases(Random random, int length) {
    StringBuilder bases = new StringBuilder();
    while (bases.length() < length) {
      String unit =
          "ACGT".charAt(random.nextInt(4))
              + (random.nextBoolean() ? "" : "" + "ACGT".charAt(random.nextInt(4)));
      bases.append(unit.repeat(random.nextInt(6) == 0 ? 1 + random.nextInt(5) : 1));
    }
    return bases.substring(0, length);
  }

  @Override
  public Map<String, Integer> contigs() {
    Map<String, Integer> lengths = new LinkedHashMap<>();
    sequences.forEach((contig, bases) -> lengths.put(contig, bases.length));
    return lengths;
  }

  @Override
  public byte[] bases(Interval place) {
    byte[] all = sequences.get(place.contig());
    if (all == null || place.end() > all.length) {
      throw new IllegalArgumentException("no such place: " + place);
    }
    return Arrays.copyOfRange(all, place.start(), place.end());
  }

  @Override
  public void close() {
    // holds nothing open
  }
}
