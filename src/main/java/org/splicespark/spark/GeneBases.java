package org.splicespark.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.splicespark.dataset.GenePlan;
import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Genome;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;

/**
 * Where a gene's bases are: all that a task needs of it.
 *
 * @param index its place in the list it comes from
 */
record GeneBases(int index, String name, Interval span, Strand strand) implements Serializable {

  static List<GeneBases> of(List<GenePlan> plans) {
    List<GeneBases> genes = new ArrayList<>();
    for (GenePlan plan : plans) {
      genes.add(new GeneBases(genes.size(), plan.name(), plan.span(), plan.strand()));
    }
    return genes;
  }

  /** All bases of the gene, exons and introns, on its coding strand. */
  byte[] read(Genome genome) {
    byte[] bases = genome.bases(span);
    return strand == Strand.MINUS ? DnaSequence.reverseComplement(bases) : bases;
  }
}
