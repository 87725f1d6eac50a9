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
import org.splicespark.model.Channels;
import org.splicespark.model.Family;
import org.splicespark.model.Flank;
import org.splicespark.model.Flank.Unit;

/**
 * The weights of one SpliceAI network under the names of {@link ParameterNames}: all there, none
 * too many, of the right shapes and finite; and its flank, which the residual units give away.
 */
final class Checkpoint {
  private static final int NAMES_SHOWN = 3;

  private final Flank flank;
  private final PublishedNames published;
  private final Map<String, long[]> shapes;
  private final Map<String, float[]> values = new LinkedHashMap<>();

  private Checkpoint(StateDict dict, PublishedNames published) {
    this.flank = flank(dict, published);
    this.published = published;
    this.shapes = ParameterNames.shapes(flank, published.family().outputs());
    Set<String> expected = new TreeSet<>(published.unused());
    shapes.keySet().forEach(name -> expected.add(published.of(name)));
    checkNames(dict.names(), expected);
    shapes.forEach((name, shape) -> values.put(name, checked(dict, name, shape)));
  }

  /**
   * @param file its name, for messages, and for what Pangolin's tell
   * @throws InputException if it is not the checkpoint of such a network; says what differs
   */
  static Checkpoint read(String file, byte[] content) {
    StateDict dict = StateDict.read(file, content);
    try {
      return new Checkpoint(dict, PublishedNames.of(file, dict));
    } catch (MalformedCheckpoint e) {
      throw new InputException(file + ": " + e.getMessage(), e);
    }
  }

  private static Flank flank(StateDict dict, PublishedNames published) {
    List<Integer> widths = unitWidths(dict, published);
    return Arrays.stream(Flank.values())
        .filter(flank -> flank.units().stream().map(Unit::width).toList().equals(widths))
        .findFirst()
        .orElseThrow(() -> new MalformedCheckpoint(noSuchNetwork(dict, widths)));
  }

  /** Widths of the units' first convolutions, in order, up to the first unit that is missing. */
  private static List<Integer> unitWidths(StateDict dict, PublishedNames published) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> dict.tensor(published.of(ParameterNames.unit(i) + ".conv1.weight")))
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

  private float[] checked(StateDict dict, String ours, long[] shape) {
    String name = published.of(ours);
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
      if (value < 0 && name.endsWith(ParameterNames.VARIANCE)) {
        throw new MalformedCheckpoint(name + " has a variance below zero");
      }
    }
    return values;
  }

  Flank flank() {
    return flank;
  }

  /** Whose names the file has. */
  Family family() {
    return published.family();
  }

  /** What the network answers. */
  Channels channels() {
    return published.channels();
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
    return shapes.get(name);
  }
}
