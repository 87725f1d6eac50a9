package org.splicespark.spark;

import org.splicespark.genome.Genome;
import org.splicespark.io.FastaGenome;

/** Opens a FASTA file once per executor, copied to its disk first if it is elsewhere. */
public record FastaOpener(String reference, HadoopFiles files) implements GenomeOpener {

  /**
   * @param reference its name on the driver, whose working directory executors do not share
   */
  public static FastaOpener of(String reference, HadoopFiles files) {
    return new FastaOpener(Staging.everywhere(reference), files);
  }

  @Override
  public Genome open() {
    return ExecutorResources.get(
        reference, Genome.class, () -> FastaGenome.open(new Staging(files).local(reference)));
  }
}
