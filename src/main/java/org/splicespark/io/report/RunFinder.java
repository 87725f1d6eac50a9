package org.splicespark.io.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.splicespark.error.InputException;

/**
 * Finds what commands left, by the names that they give to it.
 *
 * @param key where VCFs have their scores; empty to look for it
 * @param wanted how many of a VCF's strongest alleles are to be listed
 * @param messages for what is passed over
 */
record RunFinder(Optional<String> key, int wanted, Consumer<String> messages) {
  private static final String MANIFEST = ".manifest.json";
  private static final int DEPTH = 6;

  /**
   * The runs in a folder and below it, or the one that a file is of.
   *
   * @throws InputException if there are none, or a file is not what its name says
   */
  List<Run> find(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new InputException(path + ": no such file or folder");
    }
    List<Run> runs = new ArrayList<>();
    if (Files.isDirectory(path)) {
      besideFolder(path).ifPresent(runs::add);
      for (Path file : below(path)) {
        known(file).ifPresent(runs::add);
      }
    } else {
      runs.add(known(path).orElseGet(() -> vcf(path, true).orElseThrow()));
    }
    if (runs.isEmpty()) {
      throw new InputException(
          path
              + ": nothing in it that a command of splicespark leaves (a VCF with scores,"
              + " manifest.json, training.json, calibration.json)");
    }
    return runs;
  }

  /** A folder of shards has its manifest beside it, not in it. */
  private Optional<Run> besideFolder(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    Path manifest =
        folder.toAbsolutePath().normalize().resolveSibling(name == null ? "" : name + MANIFEST);
    return Files.isRegularFile(manifest) ? Optional.of(manifest(manifest)) : Optional.empty();
  }

  private List<Path> below(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder, DEPTH)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (java.io.UncheckedIOException e) {
      throw new InputException("cannot read " + folder + ": " + e.getCause().getMessage(), e);
    }
  }

  /** The run that a file stands for; empty if its name is none of those. */
  private Optional<Run> known(Path file) {
    String name = file.getFileName().toString();
    if (name.equals("training.json")) {
      return Optional.of(new LearningRun(RunJson.read(file)));
    }
    if (name.equals("calibration.json")) {
      return Optional.of(new CalibrationRun(RunJson.read(file)));
    }
    if (name.equals("manifest.json") || name.endsWith(MANIFEST)) {
      return Optional.of(manifest(file));
    }
    boolean ofManifest =
        Files.exists(file.resolveSibling(name + MANIFEST))
            || Files.exists(Path.of(file.toAbsolutePath().getParent() + MANIFEST));
    return isVcf(name) && !ofManifest ? vcf(file, false) : Optional.empty();
  }

  private static boolean isVcf(String name) {
    return name.endsWith(".vcf") || name.endsWith(".vcf.gz") || name.endsWith(".vcf.bgz");
  }

  private Run manifest(Path file) {
    RunJson json = RunJson.read(file);
    return switch (json.command()) {
      case "variant" -> variant(json);
      case "predict" -> new PredictRun(json);
      case "create-data" -> new DataRun(json);
      default -> throw new InputException(file + ": is no manifest of a command that is known");
    };
  }

  private Run variant(RunJson json) {
    String name = json.path().getFileName().toString();
    String stem = name.substring(0, name.length() - Math.min(name.length(), MANIFEST.length()));
    Path output = json.path().resolveSibling(stem);
    List<Path> files = List.of();
    if (Files.isRegularFile(output)) {
      files = List.of(output);
    } else if (Files.isDirectory(output) && !stem.isEmpty()) {
      files = shards(output);
    }
    String used = json.root().path("parameters").path("infoKey").asText("OpenSpliceAI");
    return read(stem, Optional.of(json), files, key.orElse(used));
  }

  private static List<Path> shards(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> isVcf(file.getFileName().toString())).sorted().toList();
    } catch (IOException e) {
      throw new InputException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * @param asked whether the user named this file
   */
  private Optional<Run> vcf(Path file, boolean asked) {
    Path manifest = file.resolveSibling(file.getFileName() + MANIFEST);
    if (Files.exists(manifest)) {
      return Optional.of(manifest(manifest));
    }
    Optional<InfoKey> found = key(file, key);
    if (found.isPresent()) {
      String name = file.getFileName().toString();
      return Optional.of(read(name, Optional.empty(), List.of(file), found.orElseThrow().name()));
    }
    String why =
        file
            + (": its header has no INFO/"
                + key.orElse("OpenSpliceAI, SpliceAI or CISpliceAI, no Pangolin"))
            + ", nor another of the format "
            + InfoKey.FORMAT;
    if (asked) {
      throw new InputException(why);
    }
    messages.accept("left out: " + why);
    return Optional.empty();
  }

  private static Optional<InfoKey> key(Path file, Optional<String> wanted) {
    try {
      return InfoKey.in(file, wanted);
    } catch (IOException e) {
      throw new InputException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private Run read(String name, Optional<RunJson> json, List<Path> files, String used) {
    if (files.isEmpty()) {
      return new VariantRun(name, json, Optional.empty());
    }
    InfoKey found =
        key(files.get(0), Optional.of(used))
            .orElseThrow(
                () ->
                    new InputException(
                        files.get(0)
                            + (": its header has no INFO/" + used + ", which it should have")));
    try {
      return new VariantRun(name, json, Optional.of(VcfScores.read(files, found, wanted)));
    } catch (IOException e) {
      throw new InputException("cannot read " + files.get(0) + ": " + e.getMessage(), e);
    }
  }
}
