package org.splicespark.variant;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;

/**
 * What alleles are scored in: genes, or strands where no gene is. Each is one object, so that
 * queries about it share tiles. Not safe for threads.
 */
final class Targets {
  private final Annotation annotation;
  private final Map<String, Integer> contigs;
  private final Rules rules;
  private final GeneChoice choice;
  private final Map<Gene, TargetGene> genes = new IdentityHashMap<>();
  private final Map<String, List<TargetGene>> strands = new HashMap<>();

  Targets(Annotation annotation, Genome genome, ScoringParameters parameters) {
    this.rules = parameters.rules();
    this.annotation = rules.goesByRepresentative() ? annotation : annotation.by(rules::span);
    this.contigs = genome.contigs();
    this.choice = parameters.genes();
  }

  /** The genes at a place, in the annotation's order; Pangolin's has the plus strand's first. */
  List<TargetGene> at(Interval place) {
    List<TargetGene> found = annotation.overlapping(place).stream().map(this::of).toList();
    if (found.isEmpty() && choice.intergenic()) {
      return strands(place.contig());
    }
    return rules == Rules.PANGOLIN
        ? found.stream().sorted((a, b) -> a.strand().compareTo(b.strand())).toList()
        : found;
  }

  /** What the network reads for a gene: itself alone, or with all that lies around it. */
  TargetGene read(TargetGene gene) {
    return choice.outside() ? strands(gene.span().contig()).get(gene.strand().ordinal()) : gene;
  }

  private TargetGene of(Gene gene) {
    String name = choice.name() == GeneChoice.Name.ID ? gene.id() : gene.symbol();
    return genes.computeIfAbsent(gene, g -> TargetGene.of(g, name, rules.span(g)));
  }

  /** Plus and minus, in the order of the constants. */
  private List<TargetGene> strands(String contig) {
    Interval whole = new Interval(contig, 0, contigs.get(contig));
    return strands.computeIfAbsent(
        contig,
        c ->
            List.of(TargetGene.strand(whole, Strand.PLUS), TargetGene.strand(whole, Strand.MINUS)));
  }
}
