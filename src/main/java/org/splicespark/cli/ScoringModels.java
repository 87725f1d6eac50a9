package org.splicespark.cli;

import java.util.Optional;
import org.splicespark.calibrate.Temperature;
import org.splicespark.cli.options.TemperatureOption;
import org.splicespark.djl.CheckpointFiles;
import org.splicespark.djl.TemperatureFiles;
import org.splicespark.model.ModelSource;

/**
 * The models of a command line that scores.
 *
 * @param files as they were read
 * @param temperature with which they are to score; empty for none
 */
record ScoringModels(ModelSource files, Optional<Temperature> temperature) {

  /**
   * @throws org.splicespark.error.InputException if the model or the temperature cannot be used
   */
  static ScoringModels read(String model, TemperatureOption option, Workplace workplace) {
    ModelSource files = CheckpointFiles.read(PublishedModels.local(model, workplace));
    return new ScoringModels(
        files, option.file().map(name -> TemperatureFiles.read(workplace.local(name))));
  }

  /** What is to run: the temperature is folded into each member. */
  ModelSource calibrated() {
    return temperature.map(t -> CheckpointFiles.calibrated(files, t)).orElse(files);
  }
}
