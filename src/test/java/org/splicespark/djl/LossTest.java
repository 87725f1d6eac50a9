package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.model.Flank;
import org.splicespark.train.Freezing;
import org.splicespark.train.Learner;
import org.splicespark.train.Learner.Answer;
import org.splicespark.train.LearnerParameters.Optimizer;
import org.splicespark.train.Loss;
import org.splicespark.train.TrainingBatch;
import org.splicespark.train.TrainingState;

@Tag("native")
class LossTest {
  private static final int LABELLED = 70;

  private final TrainingBatch batch = Lessons.random(4, LABELLED, Flank.F80, 3);

  private Answer answer(Loss loss, TrainingState state) {
    try (Learner learner = learner(loss, state)) {
      return learner.evaluate(batch);
    }
  }

  private static Learner learner(Loss loss, TrainingState state) {
    return Lessons.learner(
        Flank.F80, Lessons.parameters(loss, Optimizer.SGD, Freezing.NONE), state);
  }

  /** The formula in plain loops; labels beyond the classes add nothing but count. */
  private double expected(Answer answer, double gamma, List<Double> alpha) {
    double sum = 0;
    for (int i = 0; i < batch.labels().length; i++) {
      int label = batch.labels()[i];
      if (label < 3) {
        int at = (i / LABELLED * 3 + label) * LABELLED + i % LABELLED;
        double p = answer.probabilities()[at];
        sum -= alpha.get(label) * Math.pow(1 - p, gamma) * Math.log(p + 1e-10);
      }
    }
    return sum / batch.labels().length;
  }

  @Test
  void crossEntropyIsAMeanOverAllPlacesWithOrWithoutAClass() {
    Answer answer = answer(Lessons.CROSS, Lessons.state(Flank.F80, 1));
    double expected = expected(answer, 0, List.of(1.0, 1.0, 1.0));
    assertEquals(expected, answer.loss(), 1e-6 * expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2, 3.5})
  void focalLossWeighsByDoubtAndByClass(double gamma) {
    List<Double> alpha = List.of(0.25, 2.0, 5.0);
    Answer answer = answer(new Loss.Focal(gamma, alpha), Lessons.state(Flank.F80, 1));
    double expected = expected(answer, gamma, alpha);
    assertEquals(expected, answer.loss(), 1e-5 * expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2})
  void certaintyGivesFiniteGradients(double gamma) {
    TrainingState sure = sureOfNeither(Lessons.state(Flank.F80, 1));
    Loss focal = new Loss.Focal(gamma, List.of(1.0, 1.0, 1.0));
    assertEquals(1, answer(focal, sure).probabilities()[0]);
    try (Learner learner = learner(focal, sure)) {
      learner.step(batch, 1e-3);
      for (float value : learner.state().tensors().get("initial_conv.weight")) {
        assertTrue(Float.isFinite(value), "a weight of " + value);
      }
    }
  }

  /** A final bias so large that the first class has a probability of 1 in float32. */
  private static TrainingState sureOfNeither(TrainingState state) {
    Map<String, float[]> tensors = new LinkedHashMap<>(state.tensors());
    tensors.put("final_conv.bias", new float[] {1000, 0, 0});
    return new TrainingState(tensors, state.counters(), state.first(), state.second(), 0);
  }

  @Test
  void theProbabilitiesOfAPlaceAddUpToOne() {
    Answer answer = answer(Lessons.CROSS, Lessons.state(Flank.F80, 1));
    float[] p = answer.probabilities();
    assertEquals(4 * 3 * LABELLED, p.length);
    for (int i = 0; i < LABELLED; i++) {
      assertEquals(1, p[i] + p[LABELLED + i] + p[2 * LABELLED + i], 1e-6);
    }
  }
}
