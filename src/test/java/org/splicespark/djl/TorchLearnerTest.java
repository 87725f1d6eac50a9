package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.model.Compute;
import org.splicespark.model.Flank;
import org.splicespark.train.Freezing;
import org.splicespark.train.Learner;
import org.splicespark.train.LearnerOpener;
import org.splicespark.train.LearnerParameters;
import org.splicespark.train.LearnerParameters.Optimizer;
import org.splicespark.train.Loss;
import org.splicespark.train.TrainingBatch;
import org.splicespark.train.TrainingState;

@Tag("native")
class TorchLearnerTest {
  private static final Flank FLANK = Flank.F400;
  private static final int LABELLED = 60;

  private static final LearnerParameters ADAMW = Lessons.parameters(Optimizer.ADAMW);

  private static TrainingBatch batch(long seed) {
    return Lessons.random(3, LABELLED, FLANK, seed);
  }

  private static Learner learner(LearnerParameters parameters) {
    return Lessons.learner(FLANK, parameters, Lessons.state(FLANK, 1));
  }

  private static void steps(Learner learner, int from, int to) {
    for (int step = from; step < to; step++) {
      learner.step(batch(step), 1e-3);
    }
  }

  private static void assertSame(TrainingState expected, TrainingState actual) {
    assertSame(expected.tensors(), actual.tensors());
    assertSame(expected.first(), actual.first());
    assertSame(expected.second(), actual.second());
    assertEquals(expected.counters(), actual.counters());
    assertEquals(expected.steps(), actual.steps());
  }

  private static void assertSame(Map<String, float[]> expected, Map<String, float[]> actual) {
    assertEquals(List.copyOf(expected.keySet()), List.copyOf(actual.keySet()));
    expected.forEach((name, values) -> assertArrayEquals(values, actual.get(name), name));
  }

  @Test
  void trainingMakesTheLossSmaller() {
    LearnerOpener opener = DjlModels::learner;
    try (Learner learner = opener.open(FLANK, ADAMW, Compute.cpu())) {
      learner.restore(DjlModels.initialState(FLANK, 1));
      assertEquals(400, learner.flank());
      double first = learner.step(batch(0), 1e-3);
      for (int i = 0; i < 30; i++) {
        learner.step(batch(0), 1e-3);
      }
      double last = learner.step(batch(0), 1e-3);
      assertTrue(last < 0.9 * first, first + " to " + last);
    }
  }

  @Test
  void aStateThatWasPutBackIsTheSameToTheBit() {
    TrainingState whole;
    TrainingState half;
    try (Learner learner = learner(ADAMW)) {
      steps(learner, 0, 3);
      half = learner.state();
      steps(learner, 3, 6);
      whole = learner.state();
    }
    assertEquals(3, half.steps());
    assertEquals(6, whole.steps());
    try (Learner learner = Lessons.learner(FLANK, ADAMW, half)) {
      assertSame(half, learner.state());
      steps(learner, 3, 6);
      assertSame(whole, learner.state());
      learner.restore(half);
      steps(learner, 3, 6);
      assertSame(whole, learner.state());
    }
  }

  @Test
  void aStateIsACopy() {
    TrainingState start = Lessons.state(FLANK, 1);
    try (Learner learner = Lessons.learner(FLANK, ADAMW, start)) {
      TrainingState before = learner.state();
      steps(learner, 0, 1);
      assertSame(start, before);
      assertFalse(
          Arrays.equals(
              before.tensors().get("final_conv.bias"),
              learner.state().tensors().get("final_conv.bias")));
    }
  }

  @Test
  void countersCountTheBatches() {
    try (Learner learner = learner(ADAMW)) {
      steps(learner, 0, 2);
      learner.evaluate(batch(3));
      TrainingState state = learner.state();
      assertEquals(16, state.counters().size());
      assertTrue(state.counters().values().stream().allMatch(count -> count == 2));
    }
  }

  @Test
  void evaluatingChangesNothing() {
    try (Learner learner = learner(ADAMW)) {
      steps(learner, 0, 1);
      TrainingState before = learner.state();
      Learner.Answer once = learner.evaluate(batch(1));
      assertSame(before, learner.state());
      assertArrayEquals(once.probabilities(), learner.evaluate(batch(1)).probabilities());
    }
  }

  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void stepsLeaveNoArraysBehind(Optimizer optimizer) {
    Freezing some = new Freezing(3, false, true, false);
    LearnerParameters parameters =
        Lessons.parameters(new Loss.Focal(2, List.of(1.0, 1.0, 1.0)), optimizer, some);
    try (Learner learner = learner(parameters)) {
      NDManager own = ((TorchLearner) learner).manager();
      int early = managedAfter(learner, own, 0, 3);
      assertEquals(early, managedAfter(learner, own, 3, 12));
    }
  }

  private static int managedAfter(Learner learner, NDManager own, int from, int to) {
    steps(learner, from, to);
    learner.evaluate(batch(0));
    learner.restore(learner.state());
    int arrays = own.getManagedArrays().size();
    // A vector, two of moments, and a view or an array for each name.
    assertEquals(3 + ParameterNames.shapes(FLANK).size(), arrays);
    return arrays + own.getParentManager().getManagedArrays().size();
  }

  @Test
  void learnersInSeveralThreadsDoAsTheyDoAlone() throws Exception {
    List<TrainingState> alone = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      alone.add(trained(i));
    }
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<TrainingState>> together = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        int which = i;
        together.add(threads.submit(() -> trained(which)));
      }
      for (int i = 0; i < 3; i++) {
        assertSame(alone.get(i), together.get(i).get());
      }
    } finally {
      threads.shutdown();
    }
  }

  private static TrainingState trained(int which) {
    try (Learner learner = learner(ADAMW)) {
      steps(learner, 10 * which, 10 * which + 4);
      return learner.state();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theThreadsGradientsAreAsBefore(boolean before) {
    try (Learner learner = learner(ADAMW)) {
      boolean found = JniUtils.isGradMode();
      JniUtils.setGradMode(before);
      steps(learner, 0, 1);
      learner.evaluate(batch(0));
      assertEquals(before, JniUtils.isGradMode());
      JniUtils.setGradMode(found);
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    TrainingState other = Lessons.state(Flank.F80, 1);
    try (Learner learner = DjlModels.learner(FLANK, ADAMW, Compute.cpu())) {
      assertThrows(IllegalStateException.class, learner::state);
      assertThrows(IllegalArgumentException.class, () -> learner.restore(other));
      learner.restore(Lessons.state(FLANK, 1));
      assertThrows(IllegalArgumentException.class, () -> learner.restore(other));
      TrainingBatch shorter = Lessons.random(3, LABELLED, Flank.F80, 1);
      assertThrows(IllegalArgumentException.class, () -> learner.step(shorter, 1));
      steps(learner, 0, 1);
    }
  }
}
