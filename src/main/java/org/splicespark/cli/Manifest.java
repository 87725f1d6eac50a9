package org.splicespark.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.splicespark.model.ModelSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a run was, as JSON beside its output: facts, in the order in which they are put. */
final class Manifest {
  private final Map<String, Object> facts = new LinkedHashMap<>();

  /**
   * Begins with the program and versions: its own, Java's, and those of libraries.
   *
   * @param libraries that matter to the run
   */
  Manifest(String command, String... libraries) {
    put("program", "splicespark " + command);
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("splicespark", Version.number());
    List.of(libraries).forEach(name -> versions.put(name, Version.of(name)));
    versions.put("java", System.getProperty("java.version"));
    put("versions", versions);
  }

  Manifest put(String name, Object fact) {
    facts.put(name, fact);
    return this;
  }

  /** A file that was read. */
  Manifest input(String role, String name, String sha256) {
    return put(role, Map.of("name", name, "sha256", sha256));
  }

  /** The genome, under its role, and the annotation if there is one. */
  Manifest inputs(String role, String genome, String annotation, InputDigests digests) {
    input(role, genome, digests.reference());
    Optional<String> genes = digests.annotation();
    genes.ifPresent(sha256 -> input("annotation", annotation, sha256));
    return this;
  }

  /** The checkpoints, and the temperature if there is one. */
  Manifest model(String name, ScoringModels models) {
    List<Map<String, String>> members =
        models.files().members().stream().map(Manifest::member).toList();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("name", name);
    model.put("family", models.files().family().label());
    model.put("flank", models.files().flank());
    model.put("members", members);
    put("model", model);
    models.temperature().ifPresent(temperature -> put("temperature", temperature.classes()));
    return this;
  }

  private static Map<String, String> member(ModelSource.Member member) {
    return Map.of("name", member.name(), "sha256", member.sha256());
  }

  /** All options by name, those that were not given as well; settings of Spark may be secrets. */
  Manifest parameters(CommandSpec command) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (OptionSpec option : command.options()) {
      String name = name(option);
      if (!option.usageHelp() && !option.versionHelp() && !name.equals("conf")) {
        Object value = option.getValue();
        parameters.put(name, value instanceof Enum<?> ? "" + value : value);
      }
    }
    return put("parameters", parameters);
  }

  private static String name(OptionSpec option) {
    return Arrays.stream(option.names())
        .filter(name -> name.startsWith("--"))
        .findFirst()
        .orElse("--" + option.longestName().substring(1))
        .substring(2);
  }

  /** A duration, to the tenth. */
  Manifest seconds(String name, double seconds) {
    return put(name, Math.round(seconds * 10) / 10.0);
  }

  /** A line per fact. */
  String json() {
    try {
      ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      return mapper.writeValueAsString(facts) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
