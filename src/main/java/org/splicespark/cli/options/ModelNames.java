package org.splicespark.cli.options;

import java.nio.file.Path;
import org.splicespark.model.Flank;

/**
 * What trained models and their folders are called, as in the published trainer.
 *
 * @param output folder of all of them
 */
public record ModelNames(Path output, String project, Flank flank, String experiment) {

  /** What models that differ in their seed only have in common. */
  public String family() {
    return "SpliceAI_" + project + "_" + flank.bases() + "_" + experiment;
  }

  /** One model. */
  public String model(long seed) {
    return family() + "_rs" + seed;
  }

  /** The folder of one model's training: {@code models/} and the rest lie in it. */
  public Path folder(long seed) {
    return output.resolve(model(seed)).resolve(experiment);
  }

  /** The folder of an ensemble's checkpoints. */
  public Path ensemble() {
    return output.resolve("ensemble");
  }
}
