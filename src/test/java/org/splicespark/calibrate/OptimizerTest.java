package org.splicespark.calibrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizerTest {
  private static final Temperature TRUTH = new Temperature(1.6, 0.7, 1.1);
  private final List<LabelledLogits> batches = RandomLogits.batches(40, TRUTH, 5);
  private final Likelihood likelihood = RandomLogits.likelihood(batches);

  private static double loss(Likelihood likelihood, Fit fit) {
    return likelihood.at(fit.temperature()).loss();
  }

  @Test
  void newtonFindsTheTemperatureThatLabelsWereDrawnAt() {
    List<LabelledLogits> many =
        RandomLogits.batches(1500, TRUTH, 6).stream().map(OptimizerTest::withinTheGene).toList();
    Fit fit = Optimizer.NEWTON.fit(RandomLogits.likelihood(many), Classes.PER_CLASS);
    assertArrayEquals(TRUTH.classes(), fit.temperature().classes(), 0.05);
    assertTrue(fit.passes() < 12, fit.passes() + " passes");
  }

  /** What is behind a gene's end knows nothing of the truth: other sequences take its place. */
  private static LabelledLogits withinTheGene(LabelledLogits batch) {
    float[] logits = batch.logits().clone();
    int length = batch.labels().length / batch.count();
    for (int i = 0; i < batch.labels().length; i++) {
      for (int c = 0; batch.labels()[i] == 3 && c < 3; c++) {
        logits[(i / length * 3 + c) * length + i % length] = c == 0 ? 50 : 0;
      }
    }
    return new LabelledLogits(batch.count(), logits, batch.labels());
  }

  @Test
  void noPointOfAGridIsBelowNewtonsMinimum() {
    Fit fit = Optimizer.NEWTON.fit(likelihood, Classes.PER_CLASS);
    double least = loss(likelihood, fit);
    double best = Double.POSITIVE_INFINITY;
    for (double a = 0.2; a <= 3; a += 0.1) {
      for (double b = 0.2; b <= 3; b += 0.1) {
        for (double c = 0.2; c <= 3; c += 0.1) {
          Temperature there = new Temperature(1 / a, 1 / b, 1 / c);
          best = Math.min(best, likelihood.at(there).loss());
        }
      }
    }
    assertTrue(least <= best, least + " above " + best);
    assertEquals(best, least, 2e-3, "and not far below, where no grid point can be");
  }

  @Test
  void aScalarIsTheLeastOfAllScalars() {
    Fit fit = Optimizer.NEWTON.fit(likelihood, Classes.SCALAR);
    assertEquals(fit.temperature().neither(), fit.temperature().donor());
    assertEquals(fit.temperature().neither(), fit.temperature().acceptor());
    double least = loss(likelihood, fit);
    double best = Double.POSITIVE_INFINITY;
    for (double t = Temperature.LEAST; t <= Temperature.MOST; t += 1e-3) {
      best = Math.min(best, likelihood.at(Temperature.of(t)).loss());
    }
    assertTrue(least <= best, least + " above " + best);
    assertEquals(best, least, 1e-6);
    assertTrue(least > loss(likelihood, Optimizer.NEWTON.fit(likelihood, Classes.PER_CLASS)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 0.05})
  void whatWouldLeaveTheLimitsStaysOnThem(double limit) {
    // A network that is always right wants to be surer, one that is always wrong less sure.
    byte label = (byte) (limit < 1 ? 1 : 2);
    List<LabelledLogits> simple =
        List.of(new LabelledLogits(1, new float[] {-0.01f, 0.01f, -0.02f}, new byte[] {label}));
    for (Classes classes : Classes.values()) {
      Likelihood of = RandomLogits.likelihood(simple);
      Fit fit = Optimizer.NEWTON.fit(of, classes);
      double best = Double.POSITIVE_INFINITY;
      for (double a : new double[] {limit, 0.05, 1, 5}) {
        for (double b : new double[] {limit, 0.05, 1, 5}) {
          for (double c : new double[] {limit, 0.05, 1, 5}) {
            boolean one = a == b && b == c;
            best =
                one || classes == Classes.PER_CLASS
                    ? Math.min(best, of.at(new Temperature(a, b, c)).loss())
                    : best;
          }
        }
      }
      assertTrue(loss(of, fit) <= best + 1e-9, fit + " above " + best);
      assertEquals(limit, fit.temperature().acceptor(), 1e-9);
    }
  }

  /**
   * How far above the least loss within the limits a temperature is at most: Frank and Wolfe 1956.
   */
  private static double gap(Likelihood likelihood, Temperature temperature) {
    LikelihoodSums sums = likelihood.at(temperature);
    double gap = 0;
    for (int c = 0; c < 3; c++) {
      double wall = sums.gradient(c) > 0 ? 1 / Temperature.MOST : 1 / Temperature.LEAST;
      gap += sums.gradient(c) * (temperature.factors()[c] - wall);
    }
    return gap;
  }

  @Test
  void newtonEndsAtTheMinimumWhereverItIsBetweenTheLimits() {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      int places = 2 + random.nextInt(2);
      float[] logits = new float[3 * places];
      byte[] labels = new byte[places];
      double size = Math.exp(4 * random.nextDouble() - 2);
      for (int i = 0; i < places; i++) {
        double shared = 2 * random.nextGaussian(); // Logits that go together: a narrow valley.
        labels[i] = (byte) random.nextInt(3);
        for (int c = 0; c < 3; c++) {
          logits[c * places + i] =
              (float) (size * Math.pow(3, 1 - c) * (shared + random.nextGaussian()));
        }
      }
      Likelihood of = RandomLogits.likelihood(List.of(new LabelledLogits(1, logits, labels)));
      Fit fit = Optimizer.NEWTON.fit(of, Classes.PER_CLASS);
      assertFalse(fit.isShort(), seed + ": " + fit);
      assertTrue(
          gap(of, fit.temperature()) < 1e-9, "seed " + seed + ": " + gap(of, fit.temperature()));
    }
  }

  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void logitsThatSayNothingLeaveTheTemperatureAsItIs(Optimizer optimizer) {
    List<LabelledLogits> nothing = List.of(new LabelledLogits(1, new float[6], new byte[] {1, 2}));
    for (Classes classes : Classes.values()) {
      Fit fit = optimizer.fit(RandomLogits.likelihood(nothing), classes);
      assertEquals(Temperature.ONE, fit.temperature());
    }
  }

  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void answersThatAreNoNumbersEndTheSearchWithOneLine(Optimizer optimizer) {
    float[] logits = {1, 2, Float.NaN, 4, 5, 6};
    Likelihood of =
        RandomLogits.likelihood(List.of(new LabelledLogits(1, logits, new byte[] {1, 2})));
    assertThrows(NoNumbersException.class, () -> optimizer.fit(of, Classes.PER_CLASS));
  }

  @Test
  void aClassWithoutLogitsDoesNotKeepTheOthersFromTheirMinimum() {
    List<LabelledLogits> two =
        batches.stream()
            .map(
                batch -> {
                  float[] logits = batch.logits().clone();
                  int length = batch.labels().length / batch.count();
                  for (int i = 0; i < logits.length; i++) {
                    logits[i] = i / length % 3 == 2 ? 0 : logits[i];
                  }
                  return new LabelledLogits(batch.count(), logits, batch.labels());
                })
            .toList();
    Likelihood of = RandomLogits.likelihood(two);
    Fit fit = Optimizer.NEWTON.fit(of, Classes.PER_CLASS);
    LikelihoodSums sums = of.at(fit.temperature());
    assertEquals(0, sums.gradient(0), 1e-6);
    assertEquals(0, sums.gradient(1), 1e-6);
    assertEquals(1, fit.temperature().donor());
  }

  @Test
  void adamStopsEarlyAboveNewtonsMinimumAndBelowWhereItBegan() {
    for (Classes classes : Classes.values()) {
      Fit adam = Optimizer.ADAM.fit(likelihood, classes);
      double newton = loss(likelihood, Optimizer.NEWTON.fit(likelihood, classes));
      assertTrue(loss(likelihood, adam) >= newton);
      double start = likelihood.at(Temperature.ONE).loss();
      assertTrue(start - loss(likelihood, adam) > 0.8 * (start - newton), "most of the way");
      assertTrue(adam.passes() > 10, adam.passes() + " passes");
    }
  }

  @Test
  void adamsFirstStepIsTheRateWhateverTheSlope() {
    // After one step Adam's mean over its spread is the slope's sign (Kingma and Ba 2015, 2.1); a
    // likelihood that never changes ends the search after three.
    LikelihoodSums first = likelihood.at(Temperature.ONE);
    Fit fit = Optimizer.ADAM.fit(temperature -> first, Classes.PER_CLASS);
    assertEquals(3, fit.passes());
    for (int c = 0; c < 3; c++) {
      double expected = 1 + 0.01 * Math.signum(first.gradient(c));
      assertEquals(expected, fit.temperature().classes()[c], 1e-5);
    }
  }

  @Test
  void threeStepsOnAPlateauCutTheRateToATenth() {
    Plateau plateau = new Plateau();
    double[] losses = {1, 0.5, 0.49999, 0.49998, 0.49997, 0.2, 0.3, 0.3, 0.3};
    double[] rates = {1e-2, 1e-2, 1e-2, 1e-2, 1e-3, 1e-3, 1e-3, 1e-3, 1e-4};
    for (int i = 0; i < losses.length; i++) {
      plateau.after(losses[i]);
      assertEquals(rates[i], plateau.now(), 1e-12, "after loss " + i);
    }
  }
}
