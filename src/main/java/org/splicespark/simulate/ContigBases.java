package org.splicespark.simulate;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Strand;
import org.splicespark.genome.Transcript;

/** Makes the bases of a contig: the background, the exons, and the motifs at their borders. */
final class ContigBases {
  private final byte[] bases;
  private final SimulationParameters parameters;
  private final Random random;

  private ContigBases(int length, SimulationParameters parameters, Random random) {
    this.bases = new byte[length];
    this.parameters = parameters;
    this.random = random;
  }

  static byte[] draw(ContigPlan plan, SimulationParameters parameters, Random random) {
    ContigBases contig = new ContigBases(plan.length(), parameters, random);
    SplittableRandom chance = new SplittableRandom(random.nextLong());
    Composition.GENOME.fill(contig.bases, 0, plan.length(), chance);
    // Exons first: where genes overlap, no exon may cover a motif of the other's.
    plan.genes().forEach(gene -> contig.fillExons(gene, chance));
    plan.genes().forEach(contig::writeMotifs);
    return contig.bases;
  }

  private void fillExons(Gene gene, SplittableRandom chance) {
    Transcript transcript = gene.representative();
    Composition exons = Composition.ofGc(parameters.exonGc());
    for (int i = 0; i < transcript.exonStarts().size(); i++) {
      exons.fill(bases, transcript.exonStarts().get(i), transcript.exonEnds().get(i), chance);
    }
  }

  private void writeMotifs(Gene gene) {
    List<Integer> starts = gene.representative().exonStarts();
    List<Integer> ends = gene.representative().exonEnds();
    boolean plus = gene.strand() == Strand.PLUS;
    for (int i = 0; i + 1 < starts.size(); i++) {
      write(plus ? SiteMotif.DONOR : SiteMotif.ACCEPTOR, ends.get(i), true, plus);
      write(plus ? SiteMotif.ACCEPTOR : SiteMotif.DONOR, starts.get(i + 1), false, plus);
    }
  }

  /**
   * @param boundary the first base behind the border of exon and intron, on the forward strand
   * @param exonLeft whether the exon lies left of it
   */
  private void write(SiteMotif motif, int boundary, boolean exonLeft, boolean plus) {
    byte[] drawn = motif.draw(parameters.consensus(), random);
    byte[] forward = plus ? drawn : DnaSequence.reverseComplement(drawn);
    int start = boundary - (exonLeft ? motif.exonic() : motif.length() - motif.exonic());
    System.arraycopy(forward, 0, bases, start, forward.length);
  }
}
