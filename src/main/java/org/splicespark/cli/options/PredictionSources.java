package org.splicespark.cli.options;

import java.util.Optional;
import org.splicespark.error.InputException;
import org.splicespark.model.ModelSource;
import picocli.CommandLine.Option;

/** What predict reads. */
public final class PredictionSources {

  @Option(
      names = {"-i", "--input-sequence"},
      required = true,
      paramLabel = "FASTA",
      description = "Genome, plain or bgzipped; indexed on first use.")
  private String fasta;

  @Option(
      names = {"-m", "--model"},
      required = true,
      paramLabel = "PATH|NAME",
      description = {
        "A model, a folder of them whose mean is taken, or a fetched one's name (splicespark models list):"
            + " OpenSpliceAI's checkpoints (.pt), SpliceAI's or CI-SpliceAI's Keras files (.h5),"
            + " CI-SpliceAI's frozen ensemble (.pb; tried on made-up graphs only)."
      })
  private String model;

  @Option(
      names = {"-a", "--annotation-file"},
      paramLabel = "FILE",
      description = "Genes, to look at these alone: GFF3, GTF, or the tables that variant takes.")
  private String annotation;

  @Option(
      names = {"-f", "--flanking-size"},
      paramLabel = "80|400|2000|10000",
      description = "Found from the model; if it is given, it must be the model's.")
  private Integer flank;

  public String fasta() {
    return fasta;
  }

  public String model() {
    return model;
  }

  /** Empty for whole contigs. */
  public Optional<String> annotation() {
    return Optional.ofNullable(annotation);
  }

  /**
   * @throws InputException if the user says a flank, and the models have another
   */
  public void requireFlank(ModelSource models) {
    if (flank != null && flank != models.flank()) {
      throw new InputException(
          model
              + ": has a flank of "
              + models.flank()
              + ", not "
              + flank
              + "; leave out -f, or give another model");
    }
  }
}
