package org.splicespark.simulate;

/**
 * What was made up.
 *
 * @param bases of all contigs
 * @param geneBases lengths of the genes together; what overlaps counts twice
 * @param introns of all genes, each with a donor and an acceptor
 */
public record Simulated(long bases, int genes, long geneBases, long introns) {

  Simulated plus(ContigPlan plan) {
    return new Simulated(
        bases + plan.length(),
        genes + plan.genes().size(),
        geneBases + plan.genes().stream().mapToLong(gene -> gene.span().length()).sum(),
        introns
            + plan.genes().stream()
                .mapToLong(gene -> gene.representative().exonStarts().size() - 1)
                .sum());
  }
}
