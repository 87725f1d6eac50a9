package org.splicespark.io.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.splicespark.error.InputException;

/** Reads the run that a file stands for. Paths are absolute. */
record RunReader(RunNames names, VcfReader vcfs) {
  private static final String MANIFEST = ".manifest.json";

  /** Where an output has its manifest, if it is a file or a folder of shards. */
  static Path manifestOf(Path output) {
    Path name = output.getFileName();
    return output.resolveSibling((name == null ? "" : name) + MANIFEST);
  }

  /**
   * The run that a file in a folder stands for; empty if its name is none of those, or a manifest
   * stands for it.
   *
   * @throws InputException if the file is not what its name says
   */
  Optional<Run> found(Path file) {
    String name = file.getFileName().toString();
    Path folder = file.getParent();
    if (name.equals("training.json")) {
      return Optional.of(new LearningRun(names.ofTwo(folder), RunJson.read(file)));
    }
    if (name.equals("calibration.json")) {
      return Optional.of(new CalibrationRun(names.of(folder), RunJson.read(file)));
    }
    if (name.equals("manifest.json") || name.endsWith(MANIFEST)) {
      return Optional.of(manifest(file));
    }
    boolean ofManifest = Files.exists(manifestOf(file)) || Files.exists(manifestOf(folder));
    return VcfReader.isVcf(name) && !ofManifest
        ? Optional.of(vcfs.read(names.of(file), file))
        : Optional.empty();
  }

  /**
   * The run that a file stands for, whatever it is called.
   *
   * @throws InputException if there is none
   */
  Run named(Path file) {
    Path manifest = manifestOf(file);
    return found(file)
        .orElseGet(
            () -> Files.exists(manifest) ? manifest(manifest) : vcfs.read(names.of(file), file));
  }

  private Run manifest(Path file) {
    RunJson json = RunJson.read(file);
    String name = names.of(file.getParent());
    return switch (json.command()) {
      case "variant" -> variant(json);
      case "predict" -> new PredictRun(name, json);
      case "create-data" -> new DataRun(name, json);
      default -> throw new InputException(file + ": is no manifest of a command that is known");
    };
  }

  private Run variant(RunJson json) {
    String name = json.path().getFileName().toString();
    if (!name.endsWith(MANIFEST)) {
      return vcfs.read(names.of(json.path().getParent()), List.of(), json);
    }
    String stem = name.substring(0, name.length() - MANIFEST.length());
    Path output = json.path().resolveSibling(stem);
    return vcfs.read(names.of(output), VcfReader.parts(output), json);
  }
}
