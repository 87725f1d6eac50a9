package org.splicespark.dataset;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Genes that are kept in one shard, in their order. What is in a shard does not depend on how the
 * work is dealt out.
 *
 * @param number of the shard in its split
 */
public record ShardPlan(Split split, int number, List<GenePlan> genes) implements Serializable {
  /** Genes of a shard, as the published trainers' files have it. */
  public static final int GENES = 100;

  public ShardPlan {
    genes = List.copyOf(genes);
  }

  /** Chunks in the shard. */
  public int chunks() {
    return genes.stream().mapToInt(GenePlan::chunks).sum();
  }

  /** Cuts the genes of a split into shards. */
  public static List<ShardPlan> of(Split split, List<GenePlan> genes) {
    List<ShardPlan> shards = new ArrayList<>();
    for (int first = 0; first < genes.size(); first += GENES) {
      int end = Math.min(first + GENES, genes.size());
      shards.add(new ShardPlan(split, shards.size(), genes.subList(first, end)));
    }
    return shards;
  }
}
