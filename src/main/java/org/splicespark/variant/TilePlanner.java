package org.splicespark.variant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups queries into tiles: stretches of one gene whose reference is computed once for all alleles
 * in them. Two alleles share a tile while the gap between them costs less than the context of a
 * tile of its own, and the tile fits the budget. Queries may come in any order; those in order cost
 * nothing extra.
 */
final class TilePlanner {
  /**
   * What the context of a tile costs, as a share of the flank in positions of the whole network:
   * valid convolutions shrink as they go, so the outer context passes only the first units (0.68
   * for the units of the 10,000-base model).
   */
  private static final double CONTEXT_COST = 0.7;

  private final int gap;
  private final int largest;

  /**
   * @param flank bases of context of the network, both sides together
   * @param largest outputs that a tile may have; a single query may need more
   */
  TilePlanner(int flank, int largest) {
    this.gap = (int) (flank * CONTEXT_COST);
    this.largest = largest;
  }

  /**
   * @param queries indices into the planned list, ascending by place
   * @param start first output, 0-based, forward
   * @param end after the last output
   */
  record Planned(TargetGene gene, int start, int end, List<Integer> queries) {}

  /** A query's outputs, reference and alternate together, in reference positions. */
  private record Reach(int query, int start, int end) {}

  List<Planned> plan(List<Query> queries) {
    Map<TargetGene, List<Reach>> byGene = new IdentityHashMap<>();
    Map<Integer, TargetGene> order = new LinkedHashMap<>();
    for (int i = 0; i < queries.size(); i++) {
      Query query = queries.get(i);
      List<Reach> reaches = byGene.get(query.gene());
      if (reaches == null) {
        reaches = new ArrayList<>();
        byGene.put(query.gene(), reaches);
        order.put(i, query.gene());
      }
      reaches.add(reach(i, query));
    }
    List<Planned> tiles = new ArrayList<>();
    order.values().forEach(gene -> tile(gene, byGene.get(gene), tiles));
    return tiles;
  }

  private static Reach reach(int index, Query query) {
    int end = query.allele().start() + SharedEdit.of(query).removed() + query.editedAfter();
    int start = query.firstOutput();
    return new Reach(index, start, Math.max(end, start + query.referenceOutputs()));
  }

  private void tile(TargetGene gene, List<Reach> reaches, List<Planned> tiles) {
    reaches.sort(Comparator.comparingInt(Reach::start).thenComparingInt(Reach::query));
    List<Integer> members = new ArrayList<>();
    int start = 0;
    int end = 0;
    for (Reach reach : reaches) {
      boolean near = reach.start() - end <= gap && Math.max(end, reach.end()) - start <= largest;
      if (!members.isEmpty() && !near) {
        tiles.add(new Planned(gene, start, end, List.copyOf(members)));
        members.clear();
      }
      if (members.isEmpty()) {
        start = reach.start();
        end = reach.end();
      }
      members.add(reach.query());
      end = Math.max(end, reach.end());
    }
    tiles.add(new Planned(gene, start, end, List.copyOf(members)));
  }
}
