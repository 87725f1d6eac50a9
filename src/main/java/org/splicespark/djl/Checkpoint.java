package org.splicespark.djl;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.splicespark.error.InputException;
import org.splicespark.model.Flank;
import org.splicespark.model.Flank.Unit;

/**
 * The weights of one SpliceAI network as OpenSpliceAI names them: all there, none too many, of the
 * right shapes and finite; and its flank, which the residual units give away.
 */
final class Checkpoint {
  private static final int NAMES_SHOWN = 3;

  private final Flank flank;
  private final Map<String, float[]> values = new LinkedHashMap<>();

  private Checkpoint(Flank flank, StateDict dict) {
    this.flank = flank;
    Map<String, long[]> shapes = ParameterNames.shapes(flank);
    checkNames(dict.names(), shapes.keySet());
    shapes.forEach((name, shape) -> values.put(name, checked(dict, name, shape)));
  }

  /**
   * @param file its name, for messages
   * @throws InputException if it is not the checkpoint of such a network; says what differs
   */
  static Checkpoint read(String file, byte[] content) {
    StateDict dict = StateDict.read(file, content);
    try {
      return new Checkpoint(flank(dict), dict);
    } catch (MalformedCheckpoint e) {
      throw new InputException(file + ": " + e.getMessage(), e);
    }
  }

  private static Flank flank(StateDict dict) {
    List<Integer> widths = unitWidths(dict);
    return Arrays.stream(Flank.values())
        .filter(flank -> flank.units().stream().map(Unit::width).toList().equals(widths))
        .findFirst()
        .orElseThrow(() -> new MalformedCheckpoint(noSuchNetwork(dict, widths)));
  }

  /** Widths of the units' first convolutions, in order, up to the first unit that is missing. */
  private static List<Integer> unitWidths(StateDict dict) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> dict.tensor(ParameterNames.unit(i) + ".conv1.weight"))
        .takeWhile(Optional::isPresent)
        .map(weight -> weight.get().shape())
        .map(shape -> shape.length == 3 ? (int) shape[2] : -1)
        .toList();
  }

  private static String noSuchNetwork(StateDict dict, List<Integer> widths) {
    if (widths.isEmpty()) {
      return "is not a SpliceAI network with OpenSpliceAI's names: it has no "
          + ParameterNames.unit(0)
          + ".conv1.weight, but "
          + listed(dict.names());
    }
    return "its "
        + widths.size()
        + " residual units of widths "
        + widths
        + " are those of no flank (80, 400, 2000, 10000)";
  }

  private static void checkNames(Set<String> present, Set<String> expected) {
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(present);
    if (!missing.isEmpty()) {
      throw new MalformedCheckpoint("lacks " + listed(missing));
    }
    Set<String> unexpected = new TreeSet<>(present);
    unexpected.removeAll(expected);
    unexpected.removeIf(ParameterNames::isCounter);
    if (!unexpected.isEmpty()) {
      throw new MalformedCheckpoint("has what the network has not: " + listed(unexpected));
    }
  }

  private static String listed(Set<String> names) {
    String first =
        names.stream()
            .limit(NAMES_SHOWN)
            .map(MalformedCheckpoint::shown)
            .collect(Collectors.joining(", "));
    int more = names.size() - NAMES_SHOWN;
    return names.isEmpty() ? "nothing" : more > 0 ? first + " and " + more + " more" : first;
  }

  private static float[] checked(StateDict dict, String name, long[] shape) {
    Tensor tensor = dict.tensor(name).orElseThrow();
    if (!tensor.hasShape(shape)) {
      throw new MalformedCheckpoint(
          name
              + " has shape "
              + Arrays.toString(tensor.shape())
              + " instead of "
              + Arrays.toString(shape));
    }
    float[] values = tensor.floats();
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new MalformedCheckpoint(name + " has a weight that is " + value);
      }
      if (value < 0 && name.endsWith(".running_var")) {
        throw new MalformedCheckpoint(name + " has a variance below zero");
      }
    }
    return values;
  }

  Flank flank() {
    return flank;
  }

  /** The parameters that scoring reads, in PyTorch's order. */
  Set<String> names() {
    return values.keySet();
  }

  /** The array itself, row-major. Not to be written to. */
  float[] values(String name) {
    return values.get(name);
  }

  long[] shape(String name) {
    return ParameterNames.shapes(flank).get(name);
  }
}
