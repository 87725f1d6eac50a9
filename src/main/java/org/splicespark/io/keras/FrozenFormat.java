package org.splicespark.io.keras;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.splicespark.error.InputException;
import org.splicespark.io.keras.FrozenGraph.Constant;
import org.splicespark.model.NetworkWeights;
import org.splicespark.model.WeightFormat;

/**
 * The ensemble that CI-SpliceAI's {@code aggregate.py} freezes into one TensorFlow graph. Keras
 * numbers its layers in the order in which the program makes them, and TensorFlow sets a number
 * behind the names of the second model and those that follow; so the names of the constants tell
 * model and place, and their shapes are checked against the plan. The operations are looked at only
 * as far as another activation, output, epsilon or dilation would show.
 *
 * <p>Tried on graphs that tests make; the published file was not at hand.
 */
public final class FrozenFormat implements WeightFormat {
  private static final Pattern WEIGHT =
      Pattern.compile(
          "(conv1d|batch_normalization)_([0-9]{1,6})(?:_([0-9]{1,6}))?/"
              + "(kernel|bias|gamma|beta|moving_mean|moving_variance)");
  private static final Set<String> NEEDED = Set.of("Relu", "Softmax");
  private static final Set<String> FOREIGN =
      Set.of("LeakyRelu", "Elu", "Selu", "Relu6", "Sigmoid", "Tanh", "Softplus");

  @Override
  public boolean covers(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".pb");
  }

  @Override
  public boolean covers(Path file) {
    return covers(file.getFileName().toString());
  }

  @Override
  public List<NetworkWeights> read(Path file) {
    try {
      FrozenGraph graph = new FrozenGraph(Files.readAllBytes(file));
      requireOperations(graph.operations());
      Map<Integer, FrozenModel> models = models(graph.constants());
      if (models.isEmpty()) {
        throw new UnlikePlan(
            "is a TensorFlow graph without the layers of CI-SpliceAI (conv1d_1/kernel)");
      }
      models.values().forEach(model -> model.requireDilations(graph.settings().dilations()));
      return models.values().stream().map(FrozenModel::weights).toList();
    } catch (UnlikePlan e) {
      throw new InputException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private static void requireOperations(Set<String> operations) {
    Set<String> foreign = new TreeSet<>(operations);
    foreign.retainAll(FOREIGN);
    if (!operations.containsAll(NEEDED) || !foreign.isEmpty()) {
      throw new UnlikePlan(
          "is the graph of another network: its activations are "
              + (foreign.isEmpty() ? "not Relu and Softmax" : foreign));
    }
  }

  /** By the number behind the names; 0 for none. */
  private static Map<Integer, FrozenModel> models(Map<String, Constant> constants) {
    Map<Integer, FrozenModel> models = new TreeMap<>();
    constants.forEach(
        (name, constant) -> {
          Matcher weight = WEIGHT.matcher(name);
          if (weight.matches()) {
            int model = weight.group(3) == null ? 0 : Integer.parseInt(weight.group(3));
            int layer = Integer.parseInt(weight.group(2));
            models
                .computeIfAbsent(model, m -> new FrozenModel())
                .put(weight.group(1), layer, weight.group(4), constant);
          }
        });
    return models;
  }
}
