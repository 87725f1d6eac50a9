package org.splicespark.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.splicespark.cli.options.PredictionOptions;
import org.splicespark.cli.options.PredictionSources;
import org.splicespark.error.InputException;
import org.splicespark.io.FastaGenome;
import org.splicespark.predict.Tiling;

/**
 * What predict looks at.
 *
 * @param fasta the genome's name
 * @param annotation its name; empty for whole contigs
 * @param contigs lengths, in the genome's order
 * @param regions in words
 * @param genes of the annotation; empty for whole contigs
 */
record PredictInputs(
    String fasta,
    Optional<String> annotation,
    Map<String, Integer> contigs,
    Tiling tiling,
    String regions,
    Optional<Genes> genes) {

  /**
   * How many genes there are on contigs of the genome, and on any strand; and how many are left
   * out.
   */
  record Genes(int read, int withoutTranscript, int onOtherContigs) {}

  /** Names as the user wrote them, and where the files are on the local disk. */
  record Files(String fasta, Path genome, Optional<String> annotation, Optional<Path> genes) {

    static Files of(PredictionSources sources, Workplace workplace) {
      return new Files(
          sources.fasta(),
          workplace.local(sources.fasta()),
          sources.annotation(),
          sources.annotation().map(workplace::local));
    }
  }

  /**
   * @param half of the model's flank, in bases
   * @throws InputException if an input cannot be used
   */
  static PredictInputs read(Files files, PredictionOptions options, int half, PrintStream err) {
    try (FastaGenome genome = FastaGenome.open(files.genome())) {
      if (files.genes().isPresent()) {
        return genes(genome, files, options, options.geneFlank().orElse(half), err);
      }
      Tiling tiling = Tiling.ofContigs(genome.contigs(), options.strands(), options.tile());
      String regions = "contigs on " + options.strands();
      return new PredictInputs(
          files.fasta(), Optional.empty(), genome.contigs(), tiling, regions, Optional.empty());
    }
  }

  private static PredictInputs genes(
      FastaGenome genome, Files files, PredictionOptions options, int flank, PrintStream err) {
    String annotation = files.annotation().orElseThrow();
    Path path = files.genes().orElseThrow();
    ReferenceInputs read = ReferenceInputs.read(genome, files.fasta(), path, annotation, err);
    Tiling tiling =
        Tiling.ofGenes(
            read.contigs(), read.annotation().genes(), options.strands(), flank, options.tile());
    return new PredictInputs(
        files.fasta(),
        files.annotation(),
        read.contigs(),
        tiling,
        "genes on " + options.strands() + " with " + flank + " bases on either side",
        Optional.of(
            new Genes(
                read.annotation().genes().size(), read.withoutTranscript(), read.elsewhere())));
  }
}
