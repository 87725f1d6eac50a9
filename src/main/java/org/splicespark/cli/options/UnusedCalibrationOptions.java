package org.splicespark.cli.options;

import picocli.CommandLine.Option;

/** Options of the published program's calibration that have no effect there, nor here. */
public final class UnusedCalibrationOptions {
  /** For the end of the help. */
  public static final String FOOTER =
      "Also taken, for OpenSpliceAI's command lines, and without effect (there too): -n/--epochs,"
          + " -E/--early-stopping, -P/--patience, -p/--project-name, -e/--exp-num,"
          + " -r/--random-seed, -l/--loss.";

  @Option(
      names = {"-n", "--epochs"},
      hidden = true)
  private int epochs;

  @Option(
      names = {"-E", "--early-stopping"},
      hidden = true)
  private boolean earlyStopping;

  @Option(
      names = {"-P", "--patience"},
      hidden = true)
  private int patience;

  @Option(
      names = {"-p", "--project-name"},
      hidden = true)
  private String project;

  @Option(
      names = {"-e", "--exp-num"},
      hidden = true)
  private String experiment;

  @Option(
      names = {"-r", "--random-seed"},
      hidden = true)
  private long seed;

  @Option(
      names = {"-l", "--loss"},
      hidden = true)
  private String loss;
}
