package org.splicespark.variant;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.splicespark.genome.Interval;
import org.splicespark.testing.MemoryGenome;

/**
 * Records that agree with a genome: SNVs, insertions, deletions, MNVs and delins, some with two
 * alternates.
 */
final class RandomVariants {
  private RandomVariants() {}

  static List<VariantRecord> in(MemoryGenome genome, Random random, int count) {
    List<VariantRecord> records = new ArrayList<>();
    int length = genome.contigs().get("chr1");
    for (int i = 0; i < count; i++) {
      int start = random.nextInt(length - 30);
      String ref = bases(genome, start, 1 + random.nextInt(random.nextBoolean() ? 1 : 6));
      List<String> alts = new ArrayList<>();
      for (int a = 0; a < 1 + random.nextInt(2); a++) {
        alts.add(alternate(random, ref));
      }
      records.add(new VariantRecord("chr1", start, ref, alts));
    }
    return records;
  }

  static String bases(MemoryGenome genome, int start, int count) {
    byte[] bases = genome.bases(new Interval("chr1", start, start + count));
    return new String(bases, StandardCharsets.US_ASCII);
  }

  private static String alternate(Random random, String ref) {
    int length = random.nextInt(3) == 0 ? 1 + random.nextInt(6) : ref.length();
    String alt = MemoryGenome.randomBases(random, length);
    return random.nextBoolean() ? alt : ref.charAt(0) + alt.substring(1);
  }
}
