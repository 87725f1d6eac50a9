package org.splicespark.io.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.splicespark.error.InputException;

/** A JSON file that a command left: its manifest, or a table in that form. */
record RunJson(Path path, JsonNode root) {
  private static final Set<String> NOT_SHOWN = Set.of("conf", "sha256", "members", "overwrite");
  private static final int SHORTENED = 12;

  /**
   * @throws InputException if the file is no JSON object
   */
  static RunJson read(Path path) {
    try {
      JsonNode root = new ObjectMapper().readTree(Files.readAllBytes(path));
      if (root == null || !root.isObject()) {
        throw new InputException(path + ": is no JSON object");
      }
      return new RunJson(path, root);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new InputException(
          path + ", line " + line + ": is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new InputException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  /** The command that wrote it, "variant" for example; empty if it does not say. */
  String command() {
    String program = root.path("program").asText("");
    return program.startsWith("splicespark ") ? program.substring("splicespark ".length()) : "";
  }

  /** The parameters and what else describes the run, in the file's order, without digests. */
  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    for (String name : List.of("input", "output", "data", "validation", "test", "genome")) {
      add(facts, name, root.path(name));
    }
    for (String name : List.of("reference", "annotation", "model", "temperature", "seconds")) {
      add(facts, name, root.path(name));
    }
    for (String name : List.of("optimizer", "classes", "compat", "versions", "parameters")) {
      add(facts, name, root.path(name));
    }
    return facts;
  }

  private static void add(List<Fact> facts, String name, JsonNode node) {
    boolean nothing = node.isMissingNode() || node.isNull() || NOT_SHOWN.contains(name);
    if (nothing || (node.isContainerNode() && node.isEmpty())) {
      return;
    }
    if (!node.isObject()) {
      facts.add(new Fact(name.replace("_", " "), node.isArray() ? list(node) : node.asText()));
    } else if (name.equals("versions")) {
      facts.add(new Fact(name, pairs(node)));
    } else if (node.has("name") && node.has("sha256")) {
      facts.add(new Fact(name, node.path("name").asText() + digest(node)));
    } else {
      String prefix = name.equals("parameters") ? "" : name + " ";
      node.fields()
          .forEachRemaining(
              field -> {
                if (!NOT_SHOWN.contains(field.getKey())) {
                  add(facts, prefix + field.getKey(), field.getValue());
                }
              });
    }
  }

  private static String pairs(JsonNode node) {
    List<String> pairs = new ArrayList<>();
    node.fields().forEachRemaining(f -> pairs.add(f.getKey() + " " + f.getValue().asText()));
    return String.join(", ", pairs);
  }

  private static String digest(JsonNode node) {
    String digest = node.path("sha256").asText();
    return ", SHA-256 " + digest.substring(0, Math.min(SHORTENED, digest.length())) + "\u2026";
  }

  private static String list(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false)
        .map(item -> item.isValueNode() ? item.asText() : item.toString())
        .collect(Collectors.joining(", "));
  }

  /** A number; NaN where there is none. */
  static double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : Double.NaN;
  }
}
