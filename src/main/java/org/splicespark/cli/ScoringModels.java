package org.splicespark.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.splicespark.calibrate.Temperature;
import org.splicespark.cli.options.RegistryOptions;
import org.splicespark.cli.options.TemperatureOption;
import org.splicespark.djl.CheckpointFiles;
import org.splicespark.djl.TemperatureFiles;
import org.splicespark.error.InputException;
import org.splicespark.io.keras.FrozenFormat;
import org.splicespark.io.keras.KerasFormat;
import org.splicespark.io.registry.ManifestReader;
import org.splicespark.model.Channels;
import org.splicespark.model.ModelSource;
import org.splicespark.model.WeightFormat;

/**
 * The models of a command line that scores.
 *
 * @param files as they were read
 * @param temperature with which they are to score; empty for none
 */
record ScoringModels(ModelSource files, Optional<Temperature> temperature) {
  /** Those that are read beside PyTorch's. */
  static final List<WeightFormat> FORMATS = List.of(new KerasFormat(), new FrozenFormat());

  /**
   * @throws InputException if the model or the temperature cannot be used
   */
  static ScoringModels read(String model, TemperatureOption option, Workplace workplace) {
    ModelSource files = files(PublishedModels.local(model, workplace));
    if (option.file().isPresent() && !files.channels().equals(Channels.SITES)) {
      throw new InputException(
          model + ": no --temperature is known for models of " + files.family().label());
    }
    return new ScoringModels(
        files, option.file().map(name -> TemperatureFiles.read(workplace.local(name))));
  }

  /**
   * A model of any family, in any of the formats that are read.
   *
   * @throws InputException if it cannot be used, or is not the published model whose place or name
   *     it has
   */
  static ModelSource files(Path fileOrFolder) {
    ModelSource read = CheckpointFiles.read(fileOrFolder, FORMATS);
    PublishedModels.requirePublished(
        fileOrFolder, read, ManifestReader.builtIn(), RegistryOptions.usualCache());
    return read;
  }

  /**
   * For commands that tell donors from acceptors.
   *
   * @param model its name on the command line
   * @throws InputException if the model does not
   */
  void requireSites(String model, String command) {
    requireSites(files, model, command);
  }

  /**
   * The same models, which tell donors from acceptors.
   *
   * @throws InputException if they cannot be used, or do not
   */
  static ModelSource sites(Path fileOrFolder, String command) {
    ModelSource files = files(fileOrFolder);
    requireSites(files, fileOrFolder.toString(), command);
    return files;
  }

  private static void requireSites(ModelSource files, String model, String command) {
    if (!files.channels().equals(Channels.SITES)) {
      throw new InputException(
          model
              + ": "
              + files.family().label()
              + " says how likely a base is a splice site in a tissue, not whether acceptor or donor,"
              + " as "
              + command
              + " must know; give a model of OpenSpliceAI, SpliceAI or CI-SpliceAI");
    }
  }

  /** What is to run: the temperature is folded into each member. */
  ModelSource calibrated() {
    return temperature.map(t -> CheckpointFiles.calibrated(files, t)).orElse(files);
  }
}
