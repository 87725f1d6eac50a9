package org.splicespark.cli.options;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.splicespark.genome.Strand;
import org.splicespark.predict.SiteCaller;
import org.splicespark.predict.Tiling;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where sites are looked for, and which of them are written. */
public final class PredictionOptions {
  private static final String TILE = "50000";

  @Option(
      names = "--strand",
      paramLabel = "both|+|-",
      defaultValue = "both",
      description = "Of contigs; of genes, those on other strands are left out. Default: both.")
  private String strand;

  @Option(
      names = {"-t", "--threshold"},
      paramLabel = "P",
      defaultValue = "" + SiteCaller.DEFAULT_THRESHOLD,
      description = {
        "Write the sites whose probability is at least this. 0.5 gives the clear ones; the default keeps"
            + " weak ones too, for those who filter. Default: ${DEFAULT-VALUE}."
      })
  private double threshold;

  @Option(
      names = "--gene-flank",
      paramLabel = "BASES",
      description = {
        "With -a: real bases that are read on either side of a gene; all beyond is N. Default: half of"
            + " the model's flank, so that nothing is N."
      })
  private Integer geneFlank;

  @Option(
      names = "--tile",
      paramLabel = "BASES",
      defaultValue = TILE,
      description = {
        "Bases in one call of the model, a multiple of 1000; longer is faster and takes more memory."
            + " Default: ${DEFAULT-VALUE}."
      })
  private int tile;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * @param genes whether an annotation is given
   */
  public void require(boolean genes) {
    Mistakes mistakes = new Mistakes(command);
    mistakes.require(
        Set.of("both", "+", "-").contains(strand), "--strand must be both, + or -, not " + strand);
    mistakes.require(
        threshold >= 0 && threshold <= 1, "--threshold must be between 0 and 1, not " + threshold);
    mistakes.require(
        tile >= Tiling.GRID && tile % Tiling.GRID == 0 && tile <= 10_000_000,
        "--tile must be a multiple of 1000 up to 10000000, not " + tile);
    mistakes.require(geneFlank == null || genes, "--gene-flank needs -a, the genes");
    mistakes.require(
        geneFlank == null || geneFlank >= -1,
        "--gene-flank must be at least 0, or -1 for half of the model's flank, not " + geneFlank);
  }

  public Set<Strand> strands() {
    return strand.equals("both") ? EnumSet.allOf(Strand.class) : EnumSet.of(Strand.of(strand));
  }

  public SiteCaller caller() {
    return new SiteCaller(threshold);
  }

  /** Empty for half of the model's flank, which the peer's -1 says as well. */
  public Optional<Integer> geneFlank() {
    return Optional.ofNullable(geneFlank).filter(flank -> flank >= 0);
  }

  public int tile() {
    return tile;
  }
}
