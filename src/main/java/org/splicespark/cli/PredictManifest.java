package org.splicespark.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.codec.digest.DigestUtils;
import org.splicespark.spark.prediction.PredictReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a run of predict was, as JSON beside its output.
 *
 * @param command whose options are the run's parameters
 */
record PredictManifest(CommandSpec command, ScoringModels models) {

  /** SHA-256 in hexadecimal; that of the annotation is empty without one. */
  record Digests(String reference, Optional<String> annotation) {}

  /** A genome takes seconds to read: it is done beside the scoring. */
  static CompletableFuture<Digests> digests(Path reference, Optional<Path> annotation) {
    return CompletableFuture.supplyAsync(
        () -> new Digests(sha256(reference), annotation.map(PredictManifest::sha256)));
  }

  private static String sha256(Path file) {
    try {
      return new DigestUtils(DigestUtils.getSha256Digest()).digestAsHex(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String json(
      String fasta,
      String annotation,
      String model,
      PredictReport report,
      Digests digests,
      double seconds) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("program", "splicespark predict");
    run.put("versions", Manifest.versions("spark", "djl", "pytorch"));
    run.put("genome", Map.of("name", fasta, "sha256", digests.reference()));
    digests
        .annotation()
        .ifPresent(sha -> run.put("annotation", Map.of("name", annotation, "sha256", sha)));
    List<Map<String, String>> members =
        models.files().members().stream()
            .map(member -> Map.of("name", member.name(), "sha256", member.sha256()))
            .toList();
    run.put(
        "model",
        Map.of(
            "name",
            model,
            "family",
            models.files().family().label(),
            "flank",
            models.files().flank(),
            "members",
            members));
    models.temperature().ifPresent(t -> run.put("temperature", t.classes()));
    run.put("parameters", parameters());
    run.put("bases", report.bases());
    run.put("files", report.files());
    run.put("tasks", report.tasks());
    run.put("seconds", Math.round(seconds * 10) / 10.0);
    run.put("scoringSeconds", Math.round(report.seconds() * 10) / 10.0);
    return Manifest.text(run);
  }

  /** All options by name, those that were not given as well; settings of Spark may be secrets. */
  private Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (OptionSpec option : command.options()) {
      boolean secret = option.longestName().equals("--conf");
      if (!option.usageHelp() && !option.versionHelp() && !secret) {
        Object value = option.getValue();
        parameters.put(
            option.longestName().substring(2), value instanceof Enum<?> ? "" + value : value);
      }
    }
    return parameters;
  }
}
