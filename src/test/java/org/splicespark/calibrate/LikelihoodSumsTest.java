package org.splicespark.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LikelihoodSumsTest {
  private static final double STEP = 1e-4;
  private final List<LabelledLogits> batches =
      RandomLogits.batches(20, new Temperature(1.2, 0.8, 1.5), 1);

  private LikelihoodSums at(double... factors) {
    Temperature temperature = new Temperature(1 / factors[0], 1 / factors[1], 1 / factors[2]);
    return RandomLogits.likelihood(batches).at(temperature);
  }

  @Test
  void theLossIsTheMeanNegativeLogarithmOfTheTrueClassesProbability() {
    Temperature temperature = new Temperature(0.7, 1.3, 2);
    List<double[]> p = RandomLogits.probabilities(batches, temperature);
    List<Integer> labels = RandomLogits.labels(batches);
    double sum = 0;
    for (int i = 0; i < p.size(); i++) {
      sum -= Math.log(p.get(i)[labels.get(i)]);
    }
    LikelihoodSums sums = RandomLogits.likelihood(batches).at(temperature);
    assertEquals(p.size(), sums.places());
    assertEquals(sum / p.size(), sums.loss(), 1e-12);
  }

  @Test
  void theGradientIsWhatTheLossChangesByWithEachFactor() {
    double[] here = {0.9, 1.1, 0.6};
    for (int c = 0; c < 3; c++) {
      double slope =
          (at(moved(here, c, STEP)).loss() - at(moved(here, c, -STEP)).loss()) / 2 / STEP;
      assertEquals(slope, at(here).gradient(c), 1e-7);
      assertTrue(Math.abs(slope) > 1e-3, "a slope that can be missed");
    }
  }

  @Test
  void theHessianIsWhatTheGradientChangesByWithEachFactor() {
    double[] here = {0.9, 1.1, 0.6};
    for (int c = 0; c < 3; c++) {
      for (int d = 0; d < 3; d++) {
        double change =
            (at(moved(here, d, STEP)).gradient(c) - at(moved(here, d, -STEP)).gradient(c))
                / 2
                / STEP;
        assertEquals(change, at(here).hessian(c, d), 1e-7, c + " " + d);
      }
    }
  }

  private static double[] moved(double[] from, int c, double by) {
    double[] to = from.clone();
    to[c] += by;
    return to;
  }

  @Test
  void placesThatTheNetworkIsSureOfKeepTheirDigits() {
    // 1 - p is 4e-18 here, and 1 - (1 - p) nothing.
    LikelihoodSums sums = new LikelihoodSums(Temperature.ONE);
    sums.add(new LabelledLogits(1, new float[] {40, 0, -1}, new byte[1]));
    double others = Math.exp(-40) + Math.exp(-41);
    assertEquals(others, sums.loss(), 1e-12 * others);
    assertEquals(-40 * others, sums.gradient(0), 40 * 1e-12 * others);
    assertEquals(1600 * others, sums.hessian(0, 0), 1600 * 1e-12 * others);
  }

  @Test
  void logitsBeyondAllExponentsGiveNumbers() {
    LikelihoodSums sums = new LikelihoodSums(Temperature.of(0.05));
    sums.add(new LabelledLogits(1, new float[] {3e4f, -3e4f, 0}, new byte[] {1}));
    assertEquals(20 * 6e4, sums.loss(), 1);
    assertTrue(Double.isFinite(sums.gradient(1)) && Double.isFinite(sums.hessian(1, 1)));
  }

  @Test
  void sumsOfPartsInAnyOrderAreThoseOfTheWhole() {
    LikelihoodSums whole = RandomLogits.likelihood(batches).at(Temperature.of(0.9));
    List<LabelledLogits> shuffled = new ArrayList<>(batches);
    Collections.shuffle(shuffled, new Random(3));
    LikelihoodSums merged = new LikelihoodSums(Temperature.of(0.9));
    for (int i = 0; i < shuffled.size(); i += 7) {
      List<LabelledLogits> part = shuffled.subList(i, Math.min(i + 7, shuffled.size()));
      merged.merge(RandomLogits.likelihood(part).at(Temperature.of(0.9)));
    }
    assertEquals(whole.places(), merged.places());
    assertEquals(whole.loss(), merged.loss(), 1e-13);
    for (int c = 0; c < 3; c++) {
      assertEquals(whole.gradient(c), merged.gradient(c), 1e-13);
      assertEquals(whole.hessian(c, 2), merged.hessian(c, 2), 1e-13);
    }
  }

  @Test
  void labelsAndLogitsOfDifferentPlacesAreRejected() {
    assertThrows(
        IllegalArgumentException.class, () -> new LabelledLogits(1, new float[5], new byte[2]));
    assertThrows(
        IllegalArgumentException.class, () -> new LabelledLogits(2, new float[9], new byte[3]));
  }
}
