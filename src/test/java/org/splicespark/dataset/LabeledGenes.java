package org.splicespark.dataset;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Gene;
import org.splicespark.testing.MemoryGenome;

/** Labelled genes for tests. */
final class LabeledGenes {
  private LabeledGenes() {}

  /** A gene's first transcript, on a contig of these bases. */
  static LabeledGene of(Gene gene, String contig, Labelling how) throws DroppedGene {
    MemoryGenome genome = new MemoryGenome().with(gene.contig(), contig);
    return LabeledGene.of(Introns.plan(gene, gene.transcripts().get(0)), genome, how);
  }

  static String digits(LabeledGene gene) {
    return new String(gene.digits(), US_ASCII);
  }

  /** The other strand. */
  static String mirrored(String bases) {
    return new String(DnaSequence.reverseComplement(bases.getBytes(US_ASCII)), US_ASCII);
  }
}
