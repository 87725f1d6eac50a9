package org.splicespark.variant;

import org.splicespark.genome.Gene;
import org.splicespark.genome.Interval;
import org.splicespark.model.Channels.Meaning;

/**
 * Whose rules decide which alleles can be scored, how far they are looked around, how an alternate
 * is lined up with the reference, and what a mask hides.
 */
public enum Rules {
  /** Ours: every plain allele, whatever its spelling. */
  OWN,
  /** SpliceAI's and OpenSpliceAI's, their gaps included. */
  COMPAT,
  /**
   * CI-SpliceAI's: every plain allele as it is spelled, lined up at POS. Not copied: a gene's last
   * base is the gene's here, a window that leaves the contig is filled with N, and where no gene is
   * all of the window is read: there CI-SpliceAI hides as many bases at its right end as REF has
   * beyond its first, and one more if REF is odd.
   */
  CI_SPLICEAI,
  /**
   * Pangolin's: how much any site changes, over several tissues. Not copied: a gene's first base is
   * the gene's here, and each gene is masked by its own sites only.
   */
  PANGOLIN;

  /** True if spellings are reduced to one form first; otherwise an allele is what is spelled. */
  boolean reducesSpellings() {
    return this == OWN;
  }

  /** What networks must answer. */
  Meaning answers() {
    return this == PANGOLIN ? Meaning.TISSUES : Meaning.SITES;
  }

  /**
   * Bases of REF of which one must lie in a gene. The published programs look at POS alone; a
   * deletion that reaches into a gene counts too in ours.
   */
  int basesInGene(Allele allele) {
    return this == OWN ? allele.refLength() : 1;
  }

  /** Whether a gene covers what the transcript that stands for it does. */
  boolean goesByRepresentative() {
    return this == OWN || this == COMPAT;
  }

  /**
   * What a gene covers: Pangolin goes by the gene's own span, CI-SpliceAI by all isoforms together,
   * the others by the transcript that stands for it.
   */
  Interval span(Gene gene) {
    return switch (this) {
      case PANGOLIN -> gene.span();
      case CI_SPLICEAI -> gene.hull();
      case OWN, COMPAT -> gene.representative().span();
    };
  }

  /** How far the network is asked about an allele. */
  Query query(TargetGene gene, Allele allele, int distance) {
    return switch (this) {
      case OWN -> Query.of(gene, allele, distance);
      case COMPAT -> Query.compat(gene, allele, distance);
      // CI-SpliceAI reads an even number of bases: one more on the right of an odd REF.
      case CI_SPLICEAI ->
          Query.around(gene, allele, distance, distance + (allele.refLength() & 1)).withWholeAlt();
      case PANGOLIN -> Query.around(gene, allele, distance, distance);
    };
  }

  /** True if a number that rounds to zero from below is printed with its sign. */
  public boolean signsZero() {
    return this != OWN;
  }
}
