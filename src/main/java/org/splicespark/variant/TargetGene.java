package org.splicespark.variant;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;
import org.splicespark.model.SiteType;

/**
 * What the scorer needs of a gene. Bases outside {@code span} are hidden from the network, as in
 * the published scorers.
 *
 * @param symbol what is printed: the gene's symbol or identifier, or a strand's sign
 * @param span what of the contig it covers
 * @param exons of the representative transcript; none where its boundaries do not pair up
 * @param boundaries first and last base of each of the representative transcript's exons, 0-based;
 *     the transcript's own ends among them
 * @param acceptors first exonic base after each intron of any transcript, 0-based
 * @param donors last exonic base before each intron of any transcript, 0-based
 */
public record TargetGene(
    String symbol,
    Interval span,
    Strand strand,
    List<Interval> exons,
    TreeSet<Integer> boundaries,
    Set<Integer> acceptors,
    Set<Integer> donors) {

  /** A gene under its symbol, as wide as its representative transcript. */
  public static TargetGene of(Gene gene) {
    return of(gene, gene.symbol(), gene.representative().span());
  }

  static TargetGene of(Gene gene, String symbol, Interval span) {
    Transcript representative = gene.representative();
    TreeSet<Integer> boundaries = new TreeSet<>(representative.exonStarts());
    representative.exonEnds().forEach(end -> boundaries.add(end - 1));
    Set<Integer> intronEnds = new TreeSet<>();
    Set<Integer> intronStarts = new TreeSet<>();
    for (Transcript transcript : gene.transcripts()) {
      Interval ends = transcript.span();
      transcript.exonStarts().stream().filter(s -> s != ends.start()).forEach(intronEnds::add);
      transcript.exonEnds().stream()
          .filter(e -> e != ends.end())
          .forEach(e -> intronStarts.add(e - 1));
    }
    boolean plus = gene.strand() == Strand.PLUS;
    return new TargetGene(
        symbol,
        span,
        gene.strand(),
        representative.exons(),
        boundaries,
        plus ? intronEnds : intronStarts,
        plus ? intronStarts : intronEnds);
  }

  /** All of a contig, on one strand: nothing is hidden, no site is known. */
  static TargetGene strand(Interval contig, Strand strand) {
    return new TargetGene(
        String.valueOf(strand.symbol()),
        contig,
        strand,
        List.of(),
        new TreeSet<>(),
        Set.of(),
        Set.of());
  }

  /** True if any transcript has a site of this type at the position (0-based). */
  public boolean isAnnotated(SiteType type, int position) {
    return (type == SiteType.ACCEPTOR ? acceptors : donors).contains(position);
  }

  /**
   * The exon boundary nearest to a position, the lower of two that are equally near; none on a
   * strand where no gene is.
   */
  public OptionalInt nearestBoundary(int position) {
    Integer below = boundaries.floor(position);
    Integer above = boundaries.ceiling(position);
    if (below == null || above == null) {
      Integer only = below == null ? above : below;
      return only == null ? OptionalInt.empty() : OptionalInt.of(only);
    }
    return OptionalInt.of(position - below <= above - position ? below : above);
  }
}
