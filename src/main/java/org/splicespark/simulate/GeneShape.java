package org.splicespark.simulate;

import java.util.List;

/**
 * The lengths of a gene's exons and introns along the forward strand, before it has a place.
 *
 * @param exons one more than introns
 */
record GeneShape(List<Integer> exons, List<Integer> introns) {

  int length() {
    return sum(exons) + sum(introns);
  }

  int firstExon() {
    return exons.get(0);
  }

  int lastExon() {
    return exons.get(exons.size() - 1);
  }

  private static int sum(List<Integer> lengths) {
    return lengths.stream().mapToInt(Integer::intValue).sum();
  }
}
