package org.splicespark.simulate;

/**
 * How large the genome is that is made up, and how clear its splice sites are.
 *
 * @param bases of all contigs together
 * @param genes of all contigs together
 * @param geneBases the lengths of all genes together, introns included
 * @param contigs equally long, but for the first ones' odd base
 * @param seed another seed gives another genome of the same size
 * @param consensus how often a base of a splice site's motif is the motif's most frequent one
 *     instead of being drawn: from 0, sites like real ones, to 1, all sites alike
 * @param exonGc share of G and C in exons; {@value #EXON_GC} is that of mammals
 */
public record SimulationParameters(
    long bases,
    int genes,
    long geneBases,
    int contigs,
    long seed,
    double consensus,
    double exonGc) {
  public static final double EXON_GC = 0.52;

  /** A contig is made in memory: about as long as human chromosome 1 at most. */
  public static final long LONGEST_CONTIG = 250_000_000;

  /** A gene needs room for its exons. */
  public static final long SHORTEST_MEAN_GENE = 3000;

  private static final double DENSEST = 0.9;

  /**
   * @throws IllegalArgumentException in words for the user, if there is no such genome
   */
  public SimulationParameters {
    require(contigs >= 1, "there must be at least 1 contig");
    require(genes >= contigs, "there must be at least one gene for each contig");
    require(
        geneBases >= SHORTEST_MEAN_GENE * genes,
        "the genes must have at least " + SHORTEST_MEAN_GENE + " bases each on average");
    require(
        geneBases <= DENSEST * bases,
        "the genes may take at most " + Math.round(100 * DENSEST) + " % of the bases");
    require(
        bases <= LONGEST_CONTIG * contigs,
        "a contig may have at most " + LONGEST_CONTIG + " bases; ask for more contigs");
    require(consensus >= 0 && consensus <= 1, "the consensus must be from 0 to 1");
    require(exonGc >= 0 && exonGc <= 1, "the exons' GC must be from 0 to 1");
  }

  /** With splice sites and exons like real ones. */
  public SimulationParameters(long bases, int genes, long geneBases, int contigs, long seed) {
    this(bases, genes, geneBases, contigs, seed, 0, EXON_GC);
  }

  private static void require(boolean fine, String otherwise) {
    if (!fine) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** Length of a contig, counted from 0. */
  int length(int contig) {
    return (int) share(bases, contig);
  }

  /** Genes of a contig. */
  int genes(int contig) {
    return (int) share(genes, contig);
  }

  /** Lengths of a contig's genes together. */
  long geneBases(int contig) {
    return share(geneBases, contig);
  }

  private long share(long of, int contig) {
    return of / contigs + (contig < of % contigs ? 1 : 0);
  }
}
