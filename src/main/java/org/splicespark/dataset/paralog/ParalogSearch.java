package org.splicespark.dataset.paralog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.splicespark.genome.DnaSequence;

/**
 * Compares one held-out gene with others as minimap2 does (Li 2018): shared minimisers, chains of
 * them on either strand, and base-level alignment of the best chains.
 */
public final class ParalogSearch {
  private final String gene;
  private final byte[] bases;
  private final ParalogParameters parameters;
  private final Minimisers minimisers;

  /**
   * @param gene name of the held-out gene
   * @param bases all of it, upper case ASCII, on its coding strand
   */
  public ParalogSearch(String gene, byte[] bases, ParalogParameters parameters) {
    this.gene = gene;
    this.bases = bases;
    this.parameters = parameters;
    this.minimisers = Minimisers.of(bases, parameters.seeding());
  }

  /**
   * The best alignment that makes the other gene a paralog, if there is one.
   *
   * @param name of the other gene
   * @param other all its bases, upper case ASCII, on its coding strand
   */
  public Optional<ParalogMatch> match(String name, byte[] other) {
    return blocks(other).stream()
        .map(block -> match(name, block))
        .filter(match -> match.identity() >= parameters.minIdentity())
        .filter(match -> match.coverage() >= parameters.minCoverage())
        .min(ParalogMatch.BEST_FIRST);
  }

  private ParalogMatch match(String name, AlignedBlock block) {
    return new ParalogMatch(gene, name, block.identity(), block.coverage(bases.length));
  }

  List<AlignedBlock> blocks(byte[] other) {
    List<AlignedBlock> blocks = new ArrayList<>();
    Minimisers others = Minimisers.of(other, parameters.seeding());
    for (boolean reverse : new boolean[] {false, true}) {
      long[] seeds =
          SharedSeeds.between(minimisers, others, other.length, reverse, parameters.seeding());
      List<Chain> chains = Chaining.chains(seeds, parameters);
      if (!chains.isEmpty()) {
        byte[] strand = reverse ? DnaSequence.reverseComplement(other) : other;
        EditAlignment genes = new EditAlignment(bases, strand);
        chains.forEach(chain -> blocks.addAll(ChainAlignment.blocks(chain, genes, parameters)));
      }
    }
    return blocks;
  }
}
