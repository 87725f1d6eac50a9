package org.splicespark.spark;

import org.splicespark.genome.Genome;
import org.splicespark.io.FastaGenome;

/**
 * A FASTA file that each executor brings to its disk and opens once.
 *
 * @param reference path or URI of the FASTA file, plain or bgzip
 */
record SharedGenome(String reference, HadoopFiles files) implements GenomeOpener {

  @Override
  public Genome open() {
    return ExecutorResources.get(
        reference, Genome.class, () -> FastaGenome.open(new Staging(files).local(reference)));
  }
}
