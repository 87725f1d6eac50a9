package org.splicespark.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.splicespark.model.SiteType;

class CalibrationTest {
  private static final Temperature TEMPERATURE = new Temperature(0.6, 1.4, 0.9);
  private final List<LabelledLogits> batches = RandomLogits.batches(40, TEMPERATURE, 8);
  private final List<double[]> p = RandomLogits.probabilities(batches, TEMPERATURE);
  private final List<Integer> labels = RandomLogits.labels(batches);

  private static Calibration counted(List<LabelledLogits> batches) {
    Calibration calibration = new Calibration(TEMPERATURE);
    batches.forEach(calibration::add);
    return calibration;
  }

  @Test
  void theErrorIsThatOfAPlainLoopOverBinsAndPlaces() {
    double error = 0;
    for (int bin = 0; bin < 15; bin++) {
      double confidence = 0;
      double right = 0;
      int count = 0;
      for (int i = 0; i < p.size(); i++) {
        int best = best(p.get(i));
        if (p.get(i)[best] > bin / 15.0 && p.get(i)[best] <= (bin + 1) / 15.0) {
          confidence += p.get(i)[best];
          right += best == labels.get(i) ? 1 : 0;
          count++;
        }
      }
      if (count > 0) {
        error += Math.abs(confidence / count - right / count) * count / p.size();
      }
    }
    assertEquals(error, counted(batches).error(), 1e-12);
    assertTrue(error > 1e-3, "an error that can be missed");
  }

  private static int best(double[] p) {
    return p[0] >= p[1] && p[0] >= p[2] ? 0 : p[1] >= p[2] ? 1 : 2;
  }

  @Test
  void theBrierScoreIsThatOfAPlainLoop() {
    for (SiteType type : SiteType.values()) {
      double sum = 0;
      for (int i = 0; i < p.size(); i++) {
        double truth = labels.get(i) == type.channel() ? 1 : 0;
        sum += Math.pow(p.get(i)[type.channel()] - truth, 2);
      }
      assertEquals(sum / p.size(), counted(batches).brier(type), 1e-12);
    }
  }

  @Test
  void theCurveIsThatOfAPlainLoopOverBinsAndPlaces() {
    for (SiteType type : SiteType.values()) {
      List<Reliability.Bin> curve = counted(batches).curve(type);
      assertEquals(30, curve.size());
      for (int b = 0; b < 30; b++) {
        double sum = 0;
        long hits = 0;
        long count = 0;
        for (int i = 0; i < p.size(); i++) {
          double here = p.get(i)[type.channel()];
          if (here > b / 30.0 && here <= (b + 1) / 30.0) {
            sum += here;
            count++;
            hits += labels.get(i) == type.channel() ? 1 : 0;
          }
        }
        assertEquals(count, curve.get(b).count());
        assertEquals(hits, curve.get(b).hits());
        assertEquals(sum / count, curve.get(b).mean(), 1e-12);
        assertEquals((double) hits / count, curve.get(b).share(), 1e-12);
      }
    }
  }

  @Test
  void theLossIsThatOfTheLikelihood() {
    double loss = RandomLogits.likelihood(batches).at(TEMPERATURE).loss();
    assertEquals(loss, counted(batches).loss(), 1e-13);
  }

  @Test
  void endsOfBinsBelongToTheBinBelowAndNothingIsLeftOut() {
    Reliability reliability = new Reliability(4);
    for (double probability : new double[] {0, 1e-300, 0.25, 0.2500001, 0.5, 1}) {
      reliability.add(probability, true);
    }
    assertEquals(
        List.of(3L, 2L, 0L, 1L), reliability.bins().stream().map(Reliability.Bin::count).toList());
    assertTrue(Double.isNaN(reliability.bins().get(2).mean()));
  }

  @Test
  void whoIsRightAsOftenAsTheySayHasNoError() {
    Reliability reliability = new Reliability(15);
    for (int i = 0; i < 10; i++) {
      reliability.add(0.7, i < 7);
      reliability.add(0.9, i < 9);
    }
    assertEquals(0, reliability.error(), 1e-15);
    reliability.add(1, false);
    assertEquals(1 / 21.0, reliability.error(), 1e-15);
  }

  @Test
  void partsInAnyOrderAreTheWhole() {
    List<LabelledLogits> shuffled = new ArrayList<>(batches);
    Collections.shuffle(shuffled, new Random(3));
    Calibration merged = new Calibration(TEMPERATURE);
    for (int i = 0; i < shuffled.size(); i += 9) {
      merged.merge(counted(shuffled.subList(i, Math.min(i + 9, shuffled.size()))));
    }
    Calibration whole = counted(batches);
    assertEquals(whole.places(), merged.places());
    assertEquals(whole.loss(), merged.loss(), 1e-13);
    assertEquals(whole.error(), merged.error(), 1e-13);
    for (SiteType type : SiteType.values()) {
      assertEquals(whole.brier(type), merged.brier(type), 1e-13);
      for (int b = 0; b < 30; b++) {
        assertEquals(whole.curve(type).get(b).count(), merged.curve(type).get(b).count());
        assertEquals(whole.curve(type).get(b).hits(), merged.curve(type).get(b).hits());
        assertEquals(whole.curve(type).get(b).mean(), merged.curve(type).get(b).mean(), 1e-13);
      }
    }
  }
}
