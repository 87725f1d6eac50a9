package org.splicespark.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.codec.digest.DigestUtils;
import org.splicespark.model.ModelSource;
import org.splicespark.spark.VariantReport;
import org.splicespark.spark.VariantRequest;

/**
 * What a run was, as JSON beside its output: versions, digests of the inputs, parameters, counts,
 * seconds.
 */
final class Manifest {
  private final VariantRequest request;
  private final String annotationName;
  private final String modelName;
  private final ScoringModels models;

  Manifest(VariantRequest request, String annotationName, String modelName, ScoringModels models) {
    this.request = request;
    this.annotationName = annotationName;
    this.modelName = modelName;
    this.models = models;
  }

  /** SHA-256 in hexadecimal. */
  record Digests(String reference, String annotation) {}

  /** A genome takes seconds to read: it is done beside the scoring. */
  static CompletableFuture<Digests> digests(Path reference, Path annotation) {
    return CompletableFuture.supplyAsync(() -> new Digests(sha256(reference), sha256(annotation)));
  }

  private static String sha256(Path file) {
    try {
      return new DigestUtils(DigestUtils.getSha256Digest()).digestAsHex(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String json(VariantReport report, Digests digests, double seconds) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("program", "splicespark variant");
    run.put("versions", versions("spark", "djl", "pytorch"));
    run.put("input", request.input());
    run.put("output", request.output());
    run.put("reference", Map.of("name", request.reference(), "sha256", digests.reference()));
    run.put("annotation", Map.of("name", annotationName, "sha256", digests.annotation()));
    run.put(
        "model",
        Map.of(
            "name", modelName,
            "family", models.files().family().label(),
            "flank", request.models().flank(),
            "members", members()));
    models.temperature().ifPresent(temperature -> run.put("temperature", temperature.classes()));
    run.put("parameters", parameters());
    run.put("records", report.tally().records());
    run.put("scored", report.tally().scored());
    run.put("skipped", report.tally().skipped());
    run.put("parts", report.parts());
    run.put("seconds", Math.round(seconds * 10) / 10.0);
    run.put("scoringSeconds", Math.round(report.scoringSeconds() * 10) / 10.0);
    run.put("throughput", report.pace());
    return text(run);
  }

  /** A run as JSON, a line per fact. */
  static String text(Map<String, Object> run) {
    try {
      ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      return mapper.writeValueAsString(run) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of this program, of Java, and of the libraries that matter to a run. */
  static Map<String, String> versions(String... names) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("splicespark", Version.number());
    List.of(names).forEach(name -> versions.put(name, Version.of(name)));
    versions.put("java", System.getProperty("java.version"));
    return versions;
  }

  private List<Map<String, String>> members() {
    return models.files().members().stream().map(Manifest::member).toList();
  }

  private static Map<String, String> member(ModelSource.Member member) {
    return Map.of("name", member.name(), "sha256", member.sha256());
  }

  private Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("distance", request.scoring().distance());
    parameters.put("mask", request.scoring().masked() ? 1 : 0);
    parameters.put("compat", request.scoring().compat());
    parameters.put("precision", request.info().decimals());
    parameters.put("infoKey", request.info().key());
    parameters.put("scorer", request.running().scorer());
    parameters.put("batchSize", request.running().batchSize());
    parameters.put("device", request.running().compute().device());
    parameters.put("math", request.running().compute().math());
    return parameters;
  }
}
