package org.splicespark.dataset;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.splicespark.error.InputException;

/**
 * The split of human chromosomes that SpliceAI's authors chose (Jaganathan et al., Cell 2019): 1,
 * 3, 5, 7 and 9 test, all other autosomes and X and Y train. Chromosomes may be spelled {@code
 * chr1}, {@code 1} or as RefSeq accessions ({@code NC_000001.11}).
 */
final class HumanContigs {
  private static final Set<String> TEST = Set.of("1", "3", "5", "7", "9");
  private static final Pattern PLAIN = Pattern.compile("(?i:chr)?([1-9]|1[0-9]|2[0-2]|X|Y)");
  private static final Pattern REFSEQ = Pattern.compile("NC_0000([0-2][0-9])\\.[0-9]+");
  private static final int X = 23;
  private static final int Y = 24;

  private HumanContigs() {}

  static Map<String, Split> split(Collection<String> contigs) {
    Map<String, Split> splits = new LinkedHashMap<>();
    for (String contig : contigs) {
      String chromosome = chromosome(contig);
      if (!chromosome.isEmpty()) {
        splits.put(contig, TEST.contains(chromosome) ? Split.TEST : Split.TRAIN);
      }
    }
    if (splits.isEmpty()) {
      throw new InputException(
          "--split-method human: the genome has no contig named like chr1, 1 or NC_000001 (it has "
              + contigs.iterator().next()
              + "); use --split-method random, or name contigs");
    }
    return splits;
  }

  /** The chromosome's bare name; empty if the contig is no chromosome. */
  private static String chromosome(String contig) {
    Matcher plain = PLAIN.matcher(contig);
    if (plain.matches()) {
      return plain.group(1);
    }
    Matcher accession = REFSEQ.matcher(contig);
    if (!accession.matches()) {
      return "";
    }
    int number = Integer.parseInt(accession.group(1));
    return switch (number) {
      case X -> "X";
      case Y -> "Y";
      default -> number >= 1 && number < X ? String.valueOf(number) : "";
    };
  }
}
