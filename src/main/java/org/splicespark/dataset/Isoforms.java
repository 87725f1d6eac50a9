package org.splicespark.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Transcript;

/** Which transcripts of a gene give its labels. */
public enum Isoforms {
  /** The transcript with the longest span; of equals the one that starts first. */
  CANONICAL {
    @Override
    List<GenePlan> plans(Gene gene) throws DroppedGene {
      Comparator<Transcript> order =
          Comparator.<Transcript>comparingInt(t -> -t.span().length())
              .thenComparingInt(t -> t.span().start());
      Transcript longest = gene.transcripts().stream().min(order).orElseThrow();
      return List.of(Introns.plan(gene, longest));
    }
  },
  /** Every transcript, each with the whole gene's bases and its own labels. */
  ALL_ISOFORMS {
    @Override
    List<GenePlan> plans(Gene gene) throws DroppedGene {
      List<Transcript> transcripts = new ArrayList<>(gene.transcripts());
      transcripts.sort(Comparator.comparingInt(t -> t.span().start()));
      List<GenePlan> plans = new ArrayList<>();
      for (Transcript transcript : transcripts) {
        plans.add(Introns.plan(gene, transcript));
      }
      return plans;
    }
  },
  /** The transcript that curators chose. */
  TAGGED {
    @Override
    List<GenePlan> plans(Gene gene) throws DroppedGene {
      Optional<Transcript> tagged = gene.tagged();
      if (tagged.isEmpty()) {
        throw new DroppedGene(DropReason.UNTAGGED);
      }
      return List.of(Introns.plan(gene, tagged.get()));
    }
  },
  /** The union of all isoforms' junctions, on the span from the first to the last of them. */
  COLLAPSED {
    @Override
    List<GenePlan> plans(Gene gene) throws DroppedGene {
      GenePlan union = Introns.union(gene);
      if (union.intronStarts().isEmpty() && union.intronEnds().isEmpty()) {
        throw new DroppedGene(DropReason.WITHOUT_JUNCTION);
      }
      return List.of(union);
    }
  };

  /**
   * What the gene gives, one plan for most, several where each isoform counts.
   *
   * @throws DroppedGene if it gives nothing
   */
  abstract List<GenePlan> plans(Gene gene) throws DroppedGene;
}
