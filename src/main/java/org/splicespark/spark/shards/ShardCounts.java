package org.splicespark.spark.shards;

import java.io.Serializable;
import org.splicespark.dataset.LabeledGene;
import org.splicespark.dataset.MotifComposition;

/**
 * What is in a shard, or in all shards of a split.
 *
 * @param bases that are labelled
 * @param motifs around the labelled sites
 */
public record ShardCounts(long genes, long chunks, long bases, MotifComposition motifs)
    implements Serializable {
  public static final ShardCounts NONE = new ShardCounts(0, 0, 0, new MotifComposition());

  static ShardCounts of(LabeledGene gene) {
    MotifComposition motifs = new MotifComposition();
    int chunks = gene.plan().chunks();
    for (int window = 0; window < chunks; window++) {
      motifs.add(gene.chunk(window));
    }
    return new ShardCounts(1, chunks, gene.plan().span().length(), motifs);
  }

  public ShardCounts plus(ShardCounts other) {
    return new ShardCounts(
        genes + other.genes, chunks + other.chunks, bases + other.bases, motifs.plus(other.motifs));
  }
}
