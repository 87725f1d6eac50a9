package org.splicespark.genome;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** All genes of an annotation, in its order, with a look-up by place. Immutable. */
public final class Annotation implements Serializable {
  private static final long serialVersionUID = 1L;

  private record Entry(Gene gene, Interval span, int rank) implements Serializable {}

  private final List<Gene> genes;
  private final Map<String, List<Entry>> byStart = new HashMap<>();
  private final Map<String, Integer> longest = new HashMap<>();

  public Annotation(List<Gene> genes) {
    this(genes, gene -> gene.representative().span());
  }

  /**
   * @param spanOf what a gene covers
   */
  private Annotation(List<Gene> genes, Function<Gene, Interval> spanOf) {
    this.genes = List.copyOf(genes);
    for (int i = 0; i < this.genes.size(); i++) {
      Gene gene = this.genes.get(i);
      Interval span = spanOf.apply(gene);
      byStart.computeIfAbsent(gene.contig(), c -> new ArrayList<>()).add(new Entry(gene, span, i));
      longest.merge(gene.contig(), span.length(), Math::max);
    }
    byStart.values().forEach(list -> list.sort(Comparator.comparingInt(e -> e.span().start())));
  }

  public List<Gene> genes() {
    return genes;
  }

  public Set<String> contigs() {
    return byStart.keySet();
  }

  /**
   * The same genes, looked up by other spans than those of their representative transcripts.
   *
   * @param spanOf what a gene covers
   */
  public Annotation by(Function<Gene, Interval> spanOf) {
    return new Annotation(genes, spanOf);
  }

  /**
   * The genes whose representative transcript, or what they are looked up {@link #by}, overlaps the
   * interval, in the annotation's order.
   */
  public List<Gene> overlapping(Interval place) {
    List<Entry> entries = byStart.getOrDefault(place.contig(), List.of());
    List<Entry> hits = new ArrayList<>();
    int earliest = place.start() - longest.getOrDefault(place.contig(), 0);
    for (int i = firstStartingAfter(entries, earliest); i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.span().start() >= place.end()) {
        break;
      }
      if (entry.span().overlaps(place)) {
        hits.add(entry);
      }
    }
    hits.sort(Comparator.comparingInt(Entry::rank));
    return hits.stream().map(Entry::gene).toList();
  }

  private static int firstStartingAfter(List<Entry> entries, int position) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).span().start() < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
