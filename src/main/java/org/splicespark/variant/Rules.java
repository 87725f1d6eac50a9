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
   * base is the gene's here, and a window that leaves the contig is filled with N.
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

  /** What a gene covers: Pangolin goes by the gene's own span, all others by its transcript's. */
  Interval span(Gene gene) {
    return this == PANGOLIN ? gene.span() : gene.representative().span();
  }

  /** How far the network is asked about an allele. */
  Query query(TargetGene gene, Allele allele, int distance) {
    return switch (this) {
      case OWN -> Query.of(gene, allele, distance);
      case COMPAT -> Query.compat(gene, allele, distance);
      // CI-SpliceAI reads an even number of bases: one more on the right of an odd REF.
      case CI_SPLICEAI -> Query.around(gene, allele, distance, distance + (allele.refLength() & 1));
      case PANGOLIN -> Query.around(gene, allele, distance, distance);
    };
  }

  /** True if a number that rounds to zero from below is printed with its sign. */
  public boolean signsZero() {
    return this != OWN;
  }
}
