package org.splicespark.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Makes up a genome with its genes and writes both as they are made, a contig at a time: memory
 * holds one contig's bases and genes.
 */
public final class GenomeSimulation {
  private final SimulationParameters parameters;

  public GenomeSimulation(SimulationParameters parameters) {
    this.parameters = parameters;
  }

  /**
   * Writes contigs {@code chr1}, {@code chr2} and so on, and their genes.
   *
   * @param fasta gets lines of 60 bases; stays open
   * @param gff3 gets genes in their order, as RefSeq writes them; stays open
   * @param progress is told after each contig what has been made
   * @return what has been made in all
   */
  public Simulated write(OutputStream fasta, Writer gff3, Consumer<Simulated> progress)
      throws IOException {
    FastaOutput sequences = new FastaOutput(fasta);
    Gff3Output annotation = new Gff3Output(gff3);
    // Of all sources of chance this one is promised to be the same in every Java.
    Random random = new Random(parameters.seed());
    Simulated made = new Simulated(0, 0, 0, 0);
    for (int contig = 0; contig < parameters.contigs(); contig++) {
      ContigPlan plan = ContigPlan.draw(parameters, contig, random);
      annotation.write(plan);
      sequences.write(plan.name(), ContigBases.draw(plan, parameters, random));
      made = made.plus(plan);
      progress.accept(made);
    }
    return made;
  }
}
