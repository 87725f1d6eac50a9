package org.splicespark.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The genes of each split, in the annotation's order. Immutable. */
public final class GeneSplits {
  private final Map<Split, List<GenePlan>> genes = new EnumMap<>(Split.class);

  private GeneSplits(Map<Split, List<GenePlan>> genes) {
    for (Split split : Split.values()) {
      this.genes.put(split, List.copyOf(genes.getOrDefault(split, List.of())));
    }
  }

  /**
   * Deals genes out by their contigs; genes on contigs without a split are left out.
   *
   * @param testOnly leave out all but the test set
   */
  public static GeneSplits deal(List<GenePlan> genes, ContigSplit contigs, boolean testOnly) {
    Map<Split, List<GenePlan>> dealt = new EnumMap<>(Split.class);
    for (GenePlan gene : genes) {
      Optional<Split> split = contigs.of(gene.contig()).filter(s -> !testOnly || s == Split.TEST);
      split.ifPresent(s -> dealt.computeIfAbsent(s, key -> new ArrayList<>()).add(gene));
    }
    return new GeneSplits(dealt);
  }

  public List<GenePlan> of(Split split) {
    return genes.get(split);
  }

  /** Genes of all splits. */
  public int size() {
    return genes.values().stream().mapToInt(List::size).sum();
  }

  /**
   * The same with some training genes moved to validation, whole groups of overlapping genes at a
   * time.
   *
   * @param share of the training genes
   */
  public GeneSplits withValidationDrawn(double share, long seed) {
    Set<GenePlan> drawn = ValidationGenes.draw(of(Split.TRAIN), share, seed);
    Map<Split, List<GenePlan>> moved = new EnumMap<>(genes);
    moved.put(Split.TRAIN, of(Split.TRAIN).stream().filter(g -> !drawn.contains(g)).toList());
    moved.put(Split.VALIDATION, of(Split.TRAIN).stream().filter(drawn::contains).toList());
    return new GeneSplits(moved);
  }

  /** The same without some genes of one split. */
  public GeneSplits without(Collection<String> names, Split split) {
    Set<String> left = new HashSet<>(names);
    Map<Split, List<GenePlan>> rest = new EnumMap<>(genes);
    rest.put(split, of(split).stream().filter(gene -> !left.contains(gene.name())).toList());
    return new GeneSplits(rest);
  }

  /** The shards of all splits. */
  public List<ShardPlan> shards() {
    List<ShardPlan> shards = new ArrayList<>();
    genes.forEach((split, plans) -> shards.addAll(ShardPlan.of(split, plans)));
    return shards;
  }
}
