package org.splicespark.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.splicespark.dataset.paralog.Minimisers;
import scala.Tuple2;

/**
 * Where a gene has a minimiser.
 *
 * @param gene index of the gene
 * @param position where the word begins on the coding strand, 0-based
 * @param reverse whether its reverse complement is what was hashed
 */
record SeedSite(int gene, int position, boolean reverse) implements Serializable {

  /** What the tables are joined on, and the site of each of a gene's minimisers. */
  static List<Tuple2<Integer, SeedSite>> byHash(int gene, Minimisers minimisers) {
    List<Tuple2<Integer, SeedSite>> sites = new ArrayList<>();
    for (int i = 0; i < minimisers.size(); i++) {
      sites.add(
          new Tuple2<>(
              minimisers.hash(i),
              new SeedSite(gene, minimisers.position(i), minimisers.reverse(i))));
    }
    return sites;
  }
}
