package org.splicespark.cli.options;

import java.util.List;
import java.util.Optional;
import org.splicespark.io.report.ChosenAllele;
import org.splicespark.variant.ScoringParameters;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which alleles are listed, of which there are pictures, and what these are scored with. */
public final class PictureOptions {
  private static final int MOST = 1000;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "List the strongest N alleles of each VCF, 0 to 1000. Default: ${DEFAULT-VALUE}.")
  private int listed;

  @Option(
      names = "--variant",
      paramLabel = "CHROM:POS:REF:ALT",
      converter = AlleleName.class,
      description = {
        "Draw this allele: probabilities of donors and acceptors in the reference and with it, and the"
            + " exons. May be given several times. Needs -R, -A and -m."
      })
  private List<ChosenAllele> alleles = List.of();

  @Option(
      names = "--pictures",
      paramLabel = "N",
      defaultValue = "4",
      description = {
        "With -R, -A and -m: draw the strongest N alleles of each VCF. Default: ${DEFAULT-VALUE}."
      })
  private int strongest;

  @Option(
      names = {"-R", "--reference"},
      paramLabel = "FASTA",
      description = "For pictures: the reference genome.")
  private String reference;

  @Option(
      names = {"-A", "--annotation"},
      paramLabel = "FILE",
      description = "For pictures: the genes.")
  private String annotation;

  @Option(
      names = {"-m", "--model"},
      paramLabel = "PATH",
      description = "For pictures: a checkpoint (.pt), or a folder of them whose mean is taken.")
  private String model;

  @Option(
      names = {"-D", "--distance"},
      paramLabel = "BASES",
      description = {
        "For pictures: look this far on each side. Default: what the first VCF was scored with, else "
            + ScoringParameters.DEFAULT_DISTANCE
            + "."
      })
  private Integer distance;

  @Mixin private TemperatureOption temperature;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Whether any picture can be drawn. */
  public boolean wanted() {
    Mistakes mistakes = new Mistakes(command);
    mistakes.require(listed >= 0 && listed <= MOST, "--top must be 0 to 1000, not " + listed);
    mistakes.require(
        strongest >= 0 && strongest <= MOST, "--pictures must be 0 to 1000, not " + strongest);
    boolean all = reference != null && annotation != null && model != null;
    boolean none = reference == null && annotation == null && model == null;
    mistakes.require(all || none, "pictures need all of -R, -A and -m");
    mistakes.require(all || alleles.isEmpty(), "--variant needs -R, -A and -m");
    return all;
  }

  /**
   * How alleles are scored for a picture.
   *
   * @param said of a run; empty where nothing says so
   */
  public ScoringParameters scoring(Optional<ScoringParameters> said) {
    ScoringParameters usual =
        said.orElse(new ScoringParameters(ScoringParameters.DEFAULT_DISTANCE, false, false));
    if (distance == null) {
      return usual;
    }
    try {
      return new ScoringParameters(
          distance, usual.masked(), usual.rules(), usual.genes(), List.of());
    } catch (IllegalArgumentException e) {
      throw new Mistakes(command).usage("--" + e.getMessage());
    }
  }

  /** Those that were named. */
  public List<ChosenAllele> alleles() {
    return alleles;
  }

  /** How many of each VCF's strongest must be known by name, to be listed or drawn. */
  public int listed() {
    return Math.max(listed, model == null ? 0 : strongest);
  }

  /** How many of each VCF are drawn. */
  public int strongest() {
    return strongest;
  }

  public String reference() {
    return reference;
  }

  public String annotation() {
    return annotation;
  }

  public String model() {
    return model;
  }

  public TemperatureOption temperature() {
    return temperature;
  }
}
