package org.splicespark.testing;

import java.util.ArrayList;
import java.util.List;
import org.splicespark.dataset.GenePlan;
import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;

/** Held-out and training genes on contigs of a genome in memory, each contig one gene. */
public final class GeneFamilies {
  private static final int BEFORE = 37;

  public final MemoryGenome genome = new MemoryGenome();
  public final List<GenePlan> heldOut = new ArrayList<>();
  public final List<GenePlan> train = new ArrayList<>();
  private final RelatedGenes genes;
  private final String repeat;

  public GeneFamilies(long seed) {
    this.genes = new RelatedGenes(seed);
    this.repeat = genes.unrelated(300);
  }

  /** A held-out gene with copies of the repeat that all genes have, one for 3,000 bases. */
  public String heldOut(String name, int length, Strand strand) {
    String bases = withRepeats(length);
    add(name, bases, strand, heldOut);
    return bases;
  }

  /** A training gene that is a copy of some bases between others. */
  public void train(String name, String bases, double identity, int around, Strand strand) {
    String copy = genes.copy(bases, identity, 0.2).bases();
    add(name, withRepeats(around) + copy + withRepeats(around), strand, train);
  }

  private String withRepeats(int length) {
    StringBuilder bases = new StringBuilder();
    while (bases.length() < length) {
      bases.append(genes.unrelated(2700)).append(genes.copy(repeat, 0.9, 0.2).bases());
    }
    return bases.substring(0, length);
  }

  private void add(String name, String bases, Strand strand, List<GenePlan> genes) {
    String contig = "chr_" + name;
    byte[] reversed = DnaSequence.reverseComplement(RelatedGenes.bytes(bases));
    String forward = strand == Strand.PLUS ? bases : new String(reversed);
    genome.with(contig, "A".repeat(BEFORE) + forward + "CC");
    Interval span = new Interval(contig, BEFORE, BEFORE + bases.length());
    genes.add(new GenePlan(name, span, strand, List.of(), List.of(), true));
  }

  /** The gene's bases on its coding strand. */
  public String bases(GenePlan gene) {
    byte[] bases = genome.bases(gene.span());
    return new String(gene.strand() == Strand.PLUS ? bases : DnaSequence.reverseComplement(bases));
  }
}
