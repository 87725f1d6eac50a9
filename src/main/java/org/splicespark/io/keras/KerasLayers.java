package org.splicespark.io.keras;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The layers of a model as its {@code model_config} lists them: the text that Keras writes for
 * {@code Model.get_config()}, by name, each with the names of those it reads.
 */
final class KerasLayers {
  private final Map<String, Layer> layers = new LinkedHashMap<>();
  private final String output;

  /**
   * @param inputs the layers it reads, in their order
   */
  record Layer(String name, String kind, JsonNode config, List<String> inputs) {
    boolean is(String other) {
      return kind.equals(other);
    }

    /** A setting that must be one of some; written as JSON. */
    void require(String setting, String... allowed) {
      String found = config.path(setting).toString();
      for (String value : allowed) {
        if (found.equals(value)) {
          return;
        }
      }
      throw unlike(setting + " " + (found.isEmpty() ? "missing" : found), allowed[0]);
    }

    UnlikePlan unlike(String found, String expected) {
      return new UnlikePlan(
          "layer %s: %s where the network has %s"
              .formatted(UnlikePlan.shown(name), UnlikePlan.shown(found), expected));
    }
  }

  private KerasLayers(JsonNode config) {
    for (JsonNode layer : config.path("layers")) {
      String name = layer.path("name").asText();
      String kind = layer.path("class_name").asText();
      layers.put(name, new Layer(name, kind, layer.path("config"), inputs(name, layer)));
    }
    List<String> outputs = new ArrayList<>();
    config.path("output_layers").forEach(node -> outputs.add(node.path(0).asText()));
    if (outputs.size() != 1) {
      throw new UnlikePlan("has " + outputs.size() + " outputs where the network has one");
    }
    output = outputs.get(0);
  }

  /**
   * @throws UnlikePlan if this is not the text of a model with one output
   */
  static KerasLayers parsed(String modelConfig) {
    try {
      JsonNode model = new ObjectMapper().readTree(modelConfig);
      String kind = model.path("class_name").asText();
      if (!kind.equals("Model") && !kind.equals("Functional")) {
        throw new UnlikePlan("is a Keras model of another kind: " + UnlikePlan.shown(kind));
      }
      return new KerasLayers(model.path("config"));
    } catch (JsonProcessingException e) {
      throw new UnlikePlan("has a model_config that is no JSON");
    }
  }

  private static List<String> inputs(String name, JsonNode layer) {
    JsonNode uses = layer.path("inbound_nodes");
    if (uses.size() > 1 || uses.size() == 1 && !uses.get(0).isArray()) {
      throw new UnlikePlan(
          "layer " + UnlikePlan.shown(name) + " is not connected as Keras 2 writes it once");
    }
    List<String> inputs = new ArrayList<>();
    uses.path(0).forEach(input -> inputs.add(input.path(0).asText()));
    return inputs;
  }

  int size() {
    return layers.size();
  }

  /** The layer whose values the model gives. */
  Layer output() {
    return named(output);
  }

  /** The one layer that a layer reads. */
  Layer input(Layer layer) {
    if (layer.inputs().size() != 1) {
      throw layer.unlike(layer.inputs().size() + " inputs", "one");
    }
    return named(layer.inputs().get(0));
  }

  /** The two layers that a sum reads. */
  List<Layer> terms(Layer sum) {
    if (sum.inputs().size() != 2) {
      throw sum.unlike(sum.inputs().size() + " inputs", "two");
    }
    return sum.inputs().stream().map(this::named).toList();
  }

  private Layer named(String name) {
    Layer layer = layers.get(name);
    if (layer == null) {
      throw new UnlikePlan("has no layer " + UnlikePlan.shown(name) + ", though it reads one");
    }
    return layer;
  }
}
