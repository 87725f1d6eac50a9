package org.splicespark.dataset;

import java.util.Set;
import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Strand;

/**
 * Marks the splice sites of a gene: 1 on the first base of an exon after an intron (acceptor), 2 on
 * the last base of an exon before one (donor), reading the coding strand.
 */
final class SpliceLabels {
  private static final Set<String> INTRONS = Set.of("GTAG", "GCAG", "ATAC");
  private static final Set<String> DONORS = Set.of("GT", "GC", "AT");
  private static final Set<String> ACCEPTORS = Set.of("AG", "AC");

  private final GenePlan plan;
  private final byte[] codes;
  private final byte[] labels;

  /**
   * @param codes of the coding strand, {@link Chunk#SIDE} of them before the gene
   * @param labels from the gene's first base on; changed
   */
  SpliceLabels(GenePlan plan, byte[] codes, byte[] labels) {
    this.plan = plan;
    this.codes = codes;
    this.labels = labels;
  }

  void mark(boolean canonicalOnly) {
    if (!plan.paired()) {
      markUnpaired(canonicalOnly);
      return;
    }
    // In the forward strand's order, the donor first: on a one-base exon the later site stands,
    // which is what the published trainers' files have.
    for (int i = 0; i < plan.intronStarts().size(); i++) {
      int left = inGene(plan.intronStarts().get(i) - 1);
      int right = inGene(plan.intronEnds().get(i));
      int donor = forward() ? left : right;
      int acceptor = forward() ? right : left;
      if (!canonicalOnly || INTRONS.contains(donorMotif(donor) + acceptorMotif(acceptor))) {
        labels[donor] = Chunk.DONOR;
        labels[acceptor] = Chunk.ACCEPTOR;
      }
    }
  }

  private void markUnpaired(boolean canonicalOnly) {
    for (int start : plan.intronStarts()) {
      markOne(inGene(start - 1), forward(), canonicalOnly);
    }
    for (int end : plan.intronEnds()) {
      markOne(inGene(end), !forward(), canonicalOnly);
    }
  }

  private void markOne(int site, boolean donor, boolean canonicalOnly) {
    boolean canonical =
        donor ? DONORS.contains(donorMotif(site)) : ACCEPTORS.contains(acceptorMotif(site));
    if (!canonicalOnly || canonical) {
      labels[site] = donor ? Chunk.DONOR : Chunk.ACCEPTOR;
    }
  }

  private boolean forward() {
    return plan.strand() == Strand.PLUS;
  }

  /** Where a base of the forward strand is on the gene's coding strand. */
  private int inGene(int base) {
    return forward() ? base - plan.span().start() : plan.span().end() - 1 - base;
  }

  /** The intron's first two bases. */
  private String donorMotif(int site) {
    return base(site + 1) + base(site + 2);
  }

  /** The intron's last two bases. */
  private String acceptorMotif(int site) {
    return base(site - 2) + base(site - 1);
  }

  private String base(int inGene) {
    byte code = codes[Chunk.SIDE + inGene];
    return code == Chunk.NO_BASE ? "N" : DnaSequence.CHANNELS.substring(code, code + 1);
  }
}
