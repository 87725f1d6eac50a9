package org.splicespark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.splicespark.djl.CheckpointFiles;
import org.splicespark.error.InputException;
import org.splicespark.model.Family;
import org.splicespark.model.Flank;
import org.splicespark.model.ModelSource;
import org.splicespark.train.TrainingState;

/**
 * What a transfer or a calibration begins with.
 *
 * @param file the checkpoint on the local disk, whatever name it was asked for by
 * @param source of one member
 */
record Pretrained(Path file, Flank flank, ModelSource source) {

  /**
   * @param wanted flank; empty for the checkpoint's
   * @throws InputException if it is no single checkpoint, or one with another flank
   */
  static Pretrained read(String name, Workplace workplace, Optional<Flank> wanted) {
    Path file = PublishedModels.local(name, workplace);
    if (Files.isDirectory(file)) {
      throw new InputException(
          name + ": is a folder; give one checkpoint of it (.pt, or a member's name)");
    }
    ModelSource source = ScoringModels.files(file);
    if (source.family() != Family.OPENSPLICEAI) {
      throw new InputException(
          name
              + ": is a model of "
              + source.family().label()
              + ", which can score but not be trained or calibrated; give one of OpenSpliceAI (.pt)");
    }
    Flank flank = Flank.of(source.flank());
    if (wanted.isPresent() && wanted.get() != flank) {
      throw new InputException(
          "%s: the model's flank is %d, --flanking-size says %d; leave it out"
              .formatted(name, flank.bases(), wanted.get().bases()));
    }
    return new Pretrained(file, flank, source);
  }

  /** Its weights, statistics and counts. */
  TrainingState state() {
    return state(source);
  }

  /** The same of a source of one member. */
  static TrainingState state(ModelSource source) {
    return CheckpointFiles.state(source.members().get(0));
  }
}
