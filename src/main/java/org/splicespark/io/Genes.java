package org.splicespark.io;

import java.util.List;
import org.splicespark.genome.Gene;

/**
 * What an annotation file holds.
 *
 * @param genes in the order of the file
 * @param dropped how many genes are left out because none of their transcripts has exons, or
 *     because they are spliced together from two places (trans-splicing)
 */
public record Genes(List<Gene> genes, int dropped) {
  public Genes {
    genes = List.copyOf(genes);
  }
}
