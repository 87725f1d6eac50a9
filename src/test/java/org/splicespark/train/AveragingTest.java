package org.splicespark.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.splicespark.train.Averaging.Weighted;

class AveragingTest {
  @Test
  void statesAreAveragedByTheirWeights() {
    TrainingState mean =
        Averaging.of(
            List.of(
                new Weighted(state(10, 7, new float[] {1, -2}), 36),
                new Weighted(state(12, 9, new float[] {5, 2}), 12)));
    // (36 * 1 + 12 * 5) / 48 and (36 * -2 + 12 * 2) / 48.
    float[] expected = {2, -1};
    assertArrayEquals(expected, mean.tensors().get("conv.weight"));
    assertArrayEquals(expected, mean.first().get("conv.weight"));
    assertArrayEquals(expected, mean.second().get("conv.weight"));
  }

  @Test
  void countersAndStepsAreThoseOfTheWorkerThatTookMost() {
    TrainingState mean =
        Averaging.of(
            List.of(
                new Weighted(state(10, 7, new float[] {1}), 1),
                new Weighted(state(12, 6, new float[] {1}), 1)));
    assertEquals(12, mean.steps());
    assertEquals(Map.of("bn.num_batches_tracked", 7L), mean.counters());
  }

  @Test
  void oneStateWithWeightIsTheAnswerItself() {
    TrainingState state = state(3, 3, new float[] {-0.0f, Float.MIN_VALUE, Float.NaN});
    Weighted idle = new Weighted(state(1, 1, new float[] {9, 9, 9}), 0);
    assertSame(state, Averaging.of(List.of(idle, new Weighted(state, 0.1), idle)));
  }

  @Test
  void equalStatesAverageToThemselvesBitForBit() {
    Random random = new Random(3);
    for (int round = 0; round < 100; round++) {
      float[] values = values(random, 50);
      List<Weighted> states = new ArrayList<>();
      for (int worker = 0; worker < 2 + random.nextInt(6); worker++) {
        states.add(new Weighted(state(5, 5, values.clone()), 1 + random.nextInt(300)));
      }
      assertArrayEquals(values, Averaging.of(states).tensors().get("conv.weight"));
    }
  }

  @Test
  void theOrderOfStatesChangesNoMoreThanTheLastBit() {
    Random random = new Random(4);
    for (int round = 0; round < 100; round++) {
      List<Weighted> states = new ArrayList<>();
      for (int worker = 0; worker < 5; worker++) {
        states.add(new Weighted(state(5, 5, values(random, 50)), random.nextDouble()));
      }
      float[] one = Averaging.of(states).tensors().get("conv.weight");
      Collections.shuffle(states, random);
      float[] other = Averaging.of(states).tensors().get("conv.weight");
      for (int i = 0; i < one.length; i++) {
        assertEquals(one[i], other[i], Math.ulp(one[i]));
      }
    }
  }

  @Test
  void namesStayInPyTorchsOrder() {
    Map<String, float[]> tensors = new LinkedHashMap<>();
    List<String> names = List.of("z", "b", "a", "y", "c");
    names.forEach(name -> tensors.put(name, new float[] {1}));
    TrainingState state = new TrainingState(tensors, Map.of(), Map.of(), Map.of(), 1);
    TrainingState mean = Averaging.of(List.of(new Weighted(state, 1), new Weighted(state, 1)));
    assertEquals(names, List.copyOf(mean.tensors().keySet()));
  }

  @Test
  void statesOfDifferentNetworksAreRejected() {
    Weighted one = new Weighted(state(1, 1, new float[2]), 1);
    Weighted longer = new Weighted(state(1, 1, new float[3]), 1);
    Weighted without =
        new Weighted(new TrainingState(Map.of(), Map.of(), Map.of(), Map.of(), 1), 1);
    assertRejected(one, longer);
    assertRejected(one, without);
    assertRejected(without, one);
    assertRejected();
    assertRejected(new Weighted(one.state(), 0));
    assertThrows(IllegalArgumentException.class, () -> new Weighted(one.state(), -1));
    assertThrows(IllegalArgumentException.class, () -> new Weighted(one.state(), Double.NaN));
  }

  private static void assertRejected(Weighted... states) {
    assertThrows(IllegalArgumentException.class, () -> Averaging.of(Arrays.asList(states)));
  }

  private static float[] values(Random random, int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      // All positive, so that sums do not cancel.
      values[i] = (float) Math.exp(10 * random.nextGaussian());
    }
    return values;
  }

  private static TrainingState state(long steps, long batches, float[] values) {
    Map<String, float[]> tensor = Map.of("conv.weight", values);
    return new TrainingState(
        tensor, Map.of("bn.num_batches_tracked", batches), tensor, tensor, steps);
  }
}
