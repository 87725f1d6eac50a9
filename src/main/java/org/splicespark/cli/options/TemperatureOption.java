package org.splicespark.cli.options;

import java.util.Optional;
import picocli.CommandLine.Option;

/** A calibration to score with. */
public final class TemperatureOption {
  @Option(
      names = "--temperature",
      paramLabel = "FILE",
      description = {
        "Score with calibrated probabilities: the temperature.pt or temperature.txt of calibrate, ours"
            + " or OpenSpliceAI's, for every member of the model. A calibrated_model.pt of calibrate"
            + " has its temperature in it and needs none."
      })
  private String file;

  public Optional<String> file() {
    return Optional.ofNullable(file);
  }
}
