package org.splicespark.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Transcript;

/** Introns of transcripts: of one, or the union of all of a gene. */
final class Introns {
  private Introns() {}

  /**
   * The introns between the exons of one transcript; exons that touch have none between them.
   *
   * @throws DroppedGene if two exons share a base: then what is between them means nothing
   */
  static GenePlan plan(Gene gene, Transcript transcript) throws DroppedGene {
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i + 1 < transcript.exonStarts().size(); i++) {
      int start = transcript.exonEnds().get(i);
      int end = transcript.exonStarts().get(i + 1);
      if (start > end) {
        throw new DroppedGene(DropReason.OVERLAPPING_EXONS);
      }
      if (start < end) {
        starts.add(start);
        ends.add(end);
      }
    }
    return new GenePlan(gene.id(), gene.span(), gene.strand(), starts, ends, true);
  }

  /**
   * All isoforms' junctions without the transcripts' own ends, as CI-SpliceAI collapses them. A
   * base that is the last of one isoform's exon and the first of another's is neither.
   */
  static GenePlan union(Gene gene) throws DroppedGene {
    TreeSet<Integer> starts = new TreeSet<>();
    TreeSet<Integer> ends = new TreeSet<>();
    for (Transcript transcript : gene.transcripts()) {
      GenePlan own = plan(gene, transcript);
      starts.addAll(own.intronStarts());
      ends.addAll(own.intronEnds());
    }
    TreeSet<Integer> both = new TreeSet<>(ends);
    both.removeIf(base -> !starts.contains(base + 1));
    both.forEach(base -> starts.remove(base + 1));
    ends.removeAll(both);
    return new GenePlan(
        gene.id(),
        isoformsSpan(gene),
        gene.strand(),
        List.copyOf(starts),
        List.copyOf(ends),
        false);
  }

  private static Interval isoformsSpan(Gene gene) {
    int start = gene.transcripts().stream().mapToInt(t -> t.span().start()).min().orElseThrow();
    int end = gene.transcripts().stream().mapToInt(t -> t.span().end()).max().orElseThrow();
    return new Interval(gene.contig(), start, end);
  }
}
