package org.splicespark.train;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The end of a round: the workers' states become one, {@code sum_i w_i x_i / sum_i w_i} for each
 * weight, running statistic and moment (local SGD with averaged momentum, Stich 2019 and Yu et al.
 * 2019; McMahan et al. 2017 for the weights). Counters and steps are those of the worker that took
 * the most: a plain loop would have counted as far in the same time.
 *
 * <p>Sums are doubles, in the order of the list, which must be the order of the workers and not
 * that in which they finished. States without weight are left out; if one is left it is the answer,
 * bit for bit.
 */
public final class Averaging {
  private Averaging() {}

  /**
   * A worker's state at the end of a round.
   *
   * @param weight examples it has trained on in the round; 0 if it had nothing to do
   */
  public record Weighted(TrainingState state, double weight) implements Serializable {
    public Weighted {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a state of weight " + weight);
      }
    }
  }

  /**
   * @throws IllegalArgumentException if no state has weight, or states do not have the same tensors
   */
  public static TrainingState of(List<Weighted> states) {
    List<Weighted> counted = states.stream().filter(state -> state.weight() > 0).toList();
    if (counted.isEmpty()) {
      throw new IllegalArgumentException("none of " + states.size() + " states has weight");
    }
    if (counted.size() == 1) {
      return counted.get(0).state();
    }
    return new TrainingState(
        means(counted, TrainingState::tensors),
        largest(counted),
        means(counted, TrainingState::first),
        means(counted, TrainingState::second),
        counted.stream().mapToLong(state -> state.state().steps()).max().orElseThrow());
  }

  private static Map<String, float[]> means(
      List<Weighted> states, Function<TrainingState, Map<String, float[]>> part) {
    Map<String, float[]> first = part.apply(states.get(0).state());
    Map<String, float[]> means = new LinkedHashMap<>();
    first.forEach((name, values) -> means.put(name, new float[values.length]));
    for (Weighted state : states) {
      requireSame(first.keySet(), part.apply(state.state()).keySet());
    }
    means.forEach((name, mean) -> mean(states, state -> part.apply(state).get(name), name, mean));
    return means;
  }

  private static void mean(
      List<Weighted> states, Function<TrainingState, float[]> tensor, String name, float[] mean) {
    double[] sum = new double[mean.length];
    double weights = 0;
    for (Weighted state : states) {
      float[] values = tensor.apply(state.state());
      if (values.length != mean.length) {
        throw new IllegalArgumentException(
            name + " has " + mean.length + " values in one state and " + values.length + " there");
      }
      for (int i = 0; i < sum.length; i++) {
        sum[i] += state.weight() * values[i];
      }
      weights += state.weight();
    }
    for (int i = 0; i < sum.length; i++) {
      mean[i] = (float) (sum[i] / weights);
    }
  }

  private static Map<String, Long> largest(List<Weighted> states) {
    Map<String, Long> first = states.get(0).state().counters();
    Map<String, Long> largest = new LinkedHashMap<>(first);
    for (Weighted state : states) {
      requireSame(first.keySet(), state.state().counters().keySet());
      state.state().counters().forEach((name, count) -> largest.merge(name, count, Math::max));
    }
    return largest;
  }

  private static void requireSame(Object expected, Object names) {
    if (!expected.equals(names)) {
      throw new IllegalArgumentException("states of different tensors: " + expected + ", " + names);
    }
  }
}
