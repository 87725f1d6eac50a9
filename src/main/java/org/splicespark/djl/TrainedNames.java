package org.splicespark.djl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.splicespark.model.Flank;
import org.splicespark.train.Freezing;

/** What a {@link Freezing} says of each tensor. */
final class TrainedNames {
  private final Freezing freezing;
  private final Set<String> modules = new HashSet<>();
  private final Map<String, long[]> trained;

  /**
   * @throws IllegalArgumentException if nothing is left to be trained
   */
  TrainedNames(Flank flank, Freezing freezing) {
    this.freezing = freezing;
    int units = flank.units().size();
    for (int i = Math.max(0, units - freezing.lastUnits()); i < units; i++) {
      modules.add(ParameterNames.unit(i));
    }
    trained = ParameterNames.shapes(flank);
    trained.keySet().removeIf(name -> ParameterNames.isStatistic(name) || !isTrained(name));
    if (trained.isEmpty()) {
      throw new IllegalArgumentException("everything is frozen: there is nothing to train");
    }
  }

  private boolean isTrained(String name) {
    if (name.startsWith(ParameterNames.HEAD)) {
      return freezing.head();
    }
    return freezing.all() || modules.stream().anyMatch(module -> name.startsWith(module + "."));
  }

  /** The trained tensors with their shapes, in PyTorch's order. */
  Map<String, long[]> shapes() {
    return trained;
  }

  /** Whether a unit normalises by its batch, and its running statistics move. */
  boolean usesBatchStatistics(int unit) {
    return freezing.all()
        || freezing.frozenStatistics()
        || modules.contains(ParameterNames.unit(unit));
  }

  /** The counters of the normalisations that see batches. */
  List<String> moving(Flank flank) {
    List<String> moving = new ArrayList<>();
    for (int i = 0; i < flank.units().size(); i++) {
      if (usesBatchStatistics(i)) {
        String unit = ParameterNames.unit(i) + ".";
        ParameterNames.counters(flank).stream()
            .filter(n -> n.startsWith(unit))
            .forEach(moving::add);
      }
    }
    return moving;
  }
}
