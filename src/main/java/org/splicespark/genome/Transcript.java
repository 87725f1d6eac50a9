package org.splicespark.genome;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One transcript of a gene: where its exons start and end.
 *
 * <p>Starts and ends are kept as two sorted lists and not as pairs, because a collapsed transcript
 * (the union of all isoforms' junctions) has boundaries that do not pair up.
 *
 * @param exonStarts first base of each exon, 0-based, ascending
 * @param exonEnds first base after each exon, 0-based, ascending
 * @param tags what the annotation calls it: {@code MANE Select}, {@code Ensembl_canonical}, ...
 */
public record Transcript(
    String id, Interval span, List<Integer> exonStarts, List<Integer> exonEnds, Set<String> tags)
    implements Serializable {

  public Transcript {
    exonStarts = exonStarts.stream().sorted().toList();
    exonEnds = exonEnds.stream().sorted().toList();
    tags = Set.copyOf(tags);
  }

  /**
   * A transcript whose exons are known as intervals; its span is from the first exon to the last.
   */
  public static Transcript ofExons(String id, List<Interval> exons, Set<String> tags) {
    if (exons.isEmpty()) {
      throw new IllegalArgumentException("transcript " + id + " has no exon");
    }
    int start = exons.stream().mapToInt(Interval::start).min().getAsInt();
    int end = exons.stream().mapToInt(Interval::end).max().getAsInt();
    return new Transcript(
        id,
        new Interval(exons.get(0).contig(), start, end),
        exons.stream().map(Interval::start).toList(),
        exons.stream().map(Interval::end).toList(),
        tags);
  }

  /** The exons in order; none if the boundaries do not pair up. */
  public List<Interval> exons() {
    List<Interval> exons = new ArrayList<>();
    int before = span.start();
    for (int i = 0; i < exonStarts.size() && i < exonEnds.size(); i++) {
      int start = exonStarts.get(i);
      if (start < before || exonEnds.get(i) <= start) {
        return List.of();
      }
      before = exonEnds.get(i);
      exons.add(new Interval(span.contig(), start, before));
    }
    boolean paired = exonStarts.size() == exonEnds.size();
    return paired ? List.copyOf(exons) : List.of();
  }

  /** The same transcript on the same contig under another name. */
  public Transcript on(String contig) {
    return new Transcript(id, span.on(contig), exonStarts, exonEnds, tags);
  }
}
