package org.splicespark.io.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** Entries with numbers, counted; of the strongest, which they are. */
final class ScoreTally {
  /** Those that Jaganathan et al. (2019) name: high recall, recommended, high precision. */
  static final List<Double> CUTOFFS = List.of(0.2, 0.5, 0.8);

  private static final int CONTIGS = 10_000;

  private final int wanted;
  private final PriorityQueue<TopAllele> top = new PriorityQueue<>(Collections.reverseOrder());
  private final Map<String, Long> byContig = new LinkedHashMap<>();
  private final List<Histogram> histograms;
  private final long[][] above;
  private long scored;

  /**
   * @param types of scores that an entry has
   * @param wanted how many of the strongest alleles are to be known by name
   */
  ScoreTally(int types, int wanted) {
    this.wanted = wanted;
    this.histograms = Stream.generate(Histogram::new).limit(types).toList();
    this.above = new long[types][CUTOFFS.size()];
  }

  void add(String contig, int position, String ref, ScoredEntry entry) {
    scored++;
    boolean known = byContig.containsKey(contig) || byContig.size() < CONTIGS;
    byContig.merge(known ? contig : "others", 1L, Long::sum);
    for (int type = 0; type < histograms.size(); type++) {
      add(type, entry.deltas().get(type));
    }
    boolean room = top.size() < wanted;
    boolean stronger = wanted > 0 && !room && entry.largest() > top.peek().entry().largest();
    if (entry.largest() > 0 && (room || stronger)) {
      top.add(new TopAllele(contig, position, ref, entry, scored));
      if (top.size() > wanted) {
        top.poll();
      }
    }
  }

  private void add(int type, double delta) {
    histograms.get(type).add(delta);
    for (int i = 0; i < CUTOFFS.size(); i++) {
      above[type][i] += delta >= CUTOFFS.get(i) ? 1 : 0;
    }
  }

  /** The strongest alleles, the strongest first. */
  List<TopAllele> top() {
    List<TopAllele> sorted = new ArrayList<>(top);
    Collections.sort(sorted);
    return sorted;
  }

  /** Entries: alternates times genes. */
  long scored() {
    return scored;
  }

  /** Entries by contig, in the file's order. */
  Map<String, Long> byContig() {
    return byContig;
  }

  Histogram histogram(int type) {
    return histograms.get(type);
  }

  /** Entries of which this type's score is at least the cutoff. */
  long above(int type, int cutoff) {
    return above[type][cutoff];
  }
}
