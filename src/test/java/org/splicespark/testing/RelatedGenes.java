package org.splicespark.testing;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Genes that are made from one another, so that it is known how alike they are. */
public final class RelatedGenes {
  private final Random random;

  public RelatedGenes(long seed) {
    this.random = new Random(seed);
  }

  /**
   * @param identity matching bases among the columns of the alignment that made it
   */
  public record Copy(String bases, double identity) {}

  /** Bases that are like nothing else. */
  public String unrelated(int length) {
    StringBuilder bases = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      bases.append(base());
    }
    return bases.toString();
  }

  /**
   * @param identity to be expected; 0 to 1
   * @param gaps the share of the changes that are insertions and deletions, half of each
   */
  public Copy copy(String bases, double identity, double gaps) {
    StringBuilder copy = new StringBuilder();
    int matches = 0;
    int columns = 0;
    for (int i = 0; i < bases.length(); columns++) {
      boolean change = random.nextDouble() >= identity;
      boolean gap = change && random.nextDouble() < gaps;
      boolean insertion = gap && random.nextBoolean();
      if (insertion) {
        copy.append(base());
        continue;
      }
      if (!change) {
        copy.append(bases.charAt(i));
        matches++;
      } else if (!gap) {
        copy.append(other(bases.charAt(i)));
      }
      i++;
    }
    return new Copy(copy.toString(), (double) matches / columns);
  }

  private char base() {
    return "ACGT".charAt(random.nextInt(4));
  }

  private char other(char base) {
    return "ACGT".charAt(("ACGT".indexOf(base) + 1 + random.nextInt(3)) % 4);
  }

  public static byte[] bytes(String bases) {
    return bases.getBytes(StandardCharsets.US_ASCII);
  }
}
