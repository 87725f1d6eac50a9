package org.splicespark.cli.options;

import java.util.Objects;
import org.splicespark.variant.GeneChoice;
import picocli.CommandLine.Option;

/** In which genes an allele is scored, and what is seen around them. */
public final class GeneChoiceOptions {

  @Option(
      names = "--all",
      negatable = true,
      description = {
        "An entry for every gene. --no-all: for each ALT, the gene with the largest score only."
            + " Default: the profile's, every gene without."
      })
  private Boolean all;

  @Option(
      names = "--outside",
      negatable = true,
      description = {
        "Let the network see the bases outside the gene, which are N otherwise. Default: the profile's,"
            + " N without."
      })
  private Boolean outside;

  @Option(
      names = "--intergenic",
      negatable = true,
      description = {
        "Where no gene is, score both strands; the gene's name is then + or -. Default: the profile's,"
            + " no without."
      })
  private Boolean intergenic;

  @Option(
      names = "--gene-name",
      paramLabel = "symbol|id",
      description = {
        "What a gene is called: its symbol, or the annotation's identifier. Default: the profile's,"
            + " symbol without."
      })
  private GeneChoice.Name name;

  /**
   * @param usual what holds where the command line says nothing
   */
  GeneChoice over(GeneChoice usual) {
    return new GeneChoice(
        Objects.requireNonNullElse(all, usual.every()),
        Objects.requireNonNullElse(outside, usual.outside()),
        Objects.requireNonNullElse(intergenic, usual.intergenic()),
        Objects.requireNonNullElse(name, usual.name()));
  }
}
