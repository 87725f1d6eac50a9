package org.splicespark.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.splicespark.genome.Interval;

/**
 * Draws the genes that validate. Genes that overlap, on either strand, and through others that
 * overlap both, stay together: else the network would be asked for bases it was trained on.
 */
final class ValidationGenes {
  private ValidationGenes() {}

  /**
   * @param genes all training genes
   * @param share of them that is wanted; never more than that, and less where neighbours would have
   *     to be parted
   * @return those drawn
   */
  static Set<GenePlan> draw(List<GenePlan> genes, double share, long seed) {
    List<List<GenePlan>> groups = groups(genes);
    Collections.shuffle(groups, new Random(seed));
    int wanted = (int) (genes.size() * share);
    Set<GenePlan> drawn = new HashSet<>();
    int left = wanted;
    for (List<GenePlan> group : groups) {
      if (group.size() <= left) {
        drawn.addAll(group);
        left -= group.size();
      }
    }
    return drawn;
  }

  private static List<List<GenePlan>> groups(List<GenePlan> genes) {
    List<GenePlan> sorted = new ArrayList<>(genes);
    sorted.sort(
        Comparator.comparing(GenePlan::contig).thenComparingInt(gene -> gene.span().start()));
    List<List<GenePlan>> groups = new ArrayList<>();
    Interval reached = null;
    for (GenePlan gene : sorted) {
      if (reached == null || !reached.overlaps(gene.span())) {
        groups.add(new ArrayList<>());
        reached = gene.span();
      }
      groups.get(groups.size() - 1).add(gene);
      int end = Math.max(reached.end(), gene.span().end());
      reached = new Interval(gene.contig(), reached.start(), end);
    }
    return groups;
  }
}
