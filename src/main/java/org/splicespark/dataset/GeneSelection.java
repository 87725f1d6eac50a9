package org.splicespark.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.splicespark.genome.Gene;

/**
 * Chooses genes of an annotation, and what each gives.
 *
 * @param biotypes which genes
 * @param isoforms which of their transcripts
 */
public record GeneSelection(Biotypes biotypes, Isoforms isoforms) {

  /**
   * What was chosen.
   *
   * @param plans in the annotation's order
   * @param dropped genes by reason, only reasons that came up
   */
  public record Selected(List<GenePlan> plans, Map<DropReason, Integer> dropped) {
    public Selected {
      plans = List.copyOf(plans);
      dropped = Collections.unmodifiableMap(new EnumMap<>(dropped));
    }
  }

  /** The plans of all genes that are wanted, and why the others give none. */
  public Selected of(List<Gene> genes) {
    List<GenePlan> plans = new ArrayList<>();
    Map<DropReason, Integer> dropped = new EnumMap<>(DropReason.class);
    for (Gene gene : genes) {
      try {
        plans.addAll(plans(gene));
      } catch (DroppedGene e) {
        dropped.merge(e.reason(), 1, Integer::sum);
      }
    }
    return new Selected(plans, dropped);
  }

  private List<GenePlan> plans(Gene gene) throws DroppedGene {
    if (!biotypes.include(gene.biotype())) {
      throw new DroppedGene(
          gene.biotype().isEmpty() ? DropReason.UNKNOWN_BIOTYPE : DropReason.OTHER_BIOTYPE);
    }
    // Where exons hang on the gene itself there is no transcript to speak of.
    if (gene.transcripts().stream().allMatch(t -> t.id().equals(gene.id()))) {
      throw new DroppedGene(DropReason.WITHOUT_TRANSCRIPT);
    }
    return isoforms.plans(gene);
  }
}
