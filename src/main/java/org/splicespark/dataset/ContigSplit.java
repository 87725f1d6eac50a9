package org.splicespark.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.splicespark.error.InputException;
import org.splicespark.genome.ContigNames;

/** Which split each contig of a genome belongs to. */
public final class ContigSplit {
  private final Map<String, Split> splits;

  private ContigSplit(Map<String, Split> splits) {
    this.splits = splits;
  }

  /**
   * @param contigs lengths in bases, in the genome's order
   * @throws InputException if a contig is named that the genome does not have, or named twice, or
   *     the human rule meets a genome without chromosomes 1 to 22
   */
  public static ContigSplit of(Map<String, Integer> contigs, SplitParameters parameters) {
    if (!parameters.named().isEmpty()) {
      return named(contigs, parameters.named());
    }
    return switch (parameters.method()) {
      case RANDOM -> random(contigs, parameters);
      case HUMAN -> new ContigSplit(HumanContigs.split(contigs.keySet()));
    };
  }

  /** The split of a contig; empty if its genes are not used. */
  public Optional<Split> of(String contig) {
    return Optional.ofNullable(splits.get(contig));
  }

  /** Contigs of a split, in the genome's order. */
  public List<String> contigs(Split split) {
    return splits.keySet().stream().filter(contig -> splits.get(contig) == split).toList();
  }

  private static ContigSplit random(Map<String, Integer> contigs, SplitParameters parameters) {
    long total = contigs.values().stream().mapToLong(Integer::longValue).sum();
    double wanted = total * (1 - parameters.trainShare());
    List<String> order = new ArrayList<>(contigs.keySet());
    Collections.shuffle(order, new Random(parameters.seed()));
    Map<String, Split> drawn = new LinkedHashMap<>();
    contigs.keySet().forEach(contig -> drawn.put(contig, Split.TRAIN));
    long test = 0;
    for (String contig : order) {
      if (test < wanted) {
        drawn.put(contig, Split.TEST);
        test += contigs.get(contig);
      }
    }
    return new ContigSplit(drawn);
  }

  private static ContigSplit named(Map<String, Integer> contigs, SplitParameters.Named named) {
    ContigNames names = new ContigNames(contigs.keySet());
    Map<String, Split> given = new LinkedHashMap<>();
    put(given, named.train(), Split.TRAIN, names);
    put(given, named.validation(), Split.VALIDATION, names);
    put(given, named.test(), Split.TEST, names);
    Map<String, Split> splits = new LinkedHashMap<>();
    for (String contig : contigs.keySet()) {
      // Who names no training contigs means all that are left.
      Split split = given.getOrDefault(contig, named.train().isEmpty() ? Split.TRAIN : null);
      if (split != null) {
        splits.put(contig, split);
      }
    }
    return new ContigSplit(splits);
  }

  private static void put(
      Map<String, Split> splits, List<String> contigs, Split split, ContigNames names) {
    for (String contig : contigs) {
      String name =
          names
              .find(contig)
              .orElseThrow(() -> new InputException("contig " + contig + " is not in the genome"));
      if (splits.putIfAbsent(name, split) != null) {
        throw new InputException("contig " + contig + " is named for two splits, or twice");
      }
    }
  }
}
