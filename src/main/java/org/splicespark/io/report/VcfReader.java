package org.splicespark.io.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.splicespark.error.InputException;

/**
 * Reads VCFs with scores, of our own runs and of others.
 *
 * @param key where they have their scores; empty to look for it
 * @param wanted how many of the strongest alleles are to be listed
 */
record VcfReader(Optional<String> key, int wanted) {

  static boolean isVcf(String name) {
    return name.endsWith(".vcf") || name.endsWith(".vcf.gz") || name.endsWith(".vcf.bgz");
  }

  /**
   * A VCF without a manifest.
   *
   * @throws InputException if it is none, or has no scores
   */
  VariantRun read(String name, Path file) {
    InfoKey found = key(file, key).orElseThrow(() -> without(file));
    return new VariantRun(name, Optional.empty(), Optional.of(scores(List.of(file), found)));
  }

  private InputException without(Path file) {
    return new InputException(
        file
            + ": its header has no INFO/"
            + key.orElse("OpenSpliceAI, SpliceAI or CISpliceAI, no Pangolin")
            + ", nor another of the format "
            + InfoKey.FORMAT);
  }

  /**
   * A run of ours.
   *
   * @param files the VCF, or its parts; none if it is not there
   */
  VariantRun read(String name, List<Path> files, RunJson manifest) {
    Optional<VcfScores> scores = Optional.empty();
    if (!files.isEmpty()) {
      String said = manifest.root().path("parameters").path("infoKey").asText("OpenSpliceAI");
      scores = Optional.of(scores(files, required(files.get(0), key.orElse(said))));
    }
    VariantRun run = new VariantRun(name, Optional.of(manifest), scores);
    // Asked for now, so that parameters that are none are told with the file's name.
    run.scoring();
    return run;
  }

  private static InfoKey required(Path file, String name) {
    String why = file + ": its header has no INFO/" + name + ", which it should have";
    return key(file, Optional.of(name)).orElseThrow(() -> new InputException(why));
  }

  /** A VCF, or the VCFs in a folder; none if neither is there. */
  static List<Path> parts(Path output) {
    if (!Files.isDirectory(output)) {
      return Files.isRegularFile(output) ? List.of(output) : List.of();
    }
    try (Stream<Path> all = Files.list(output)) {
      return all.filter(file -> isVcf(file.getFileName().toString())).sorted().toList();
    } catch (IOException e) {
      throw unreadable(output, e);
    }
  }

  private static Optional<InfoKey> key(Path file, Optional<String> wanted) {
    try {
      return InfoKey.in(file, wanted);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private VcfScores scores(List<Path> files, InfoKey found) {
    try {
      return VcfScores.read(files, found, wanted);
    } catch (IOException e) {
      throw unreadable(files.get(0), e);
    }
  }

  private static InputException unreadable(Path file, IOException e) {
    return new InputException("cannot read " + file + ": " + e.getMessage(), e);
  }
}
