package org.splicespark.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final double TINY = 1e-12;

  /** Two examples of three places: rows of neither, acceptor and donor for each. */
  private static final float[] ANSWERS = {
    0.1f, 0.3f, 0.2f, 0.8f, 0.3f, 0.1f, 0.1f, 0.4f, 0.7f, //
    0.9f, 0.2f, 0.0f, 0.05f, 0.6f, 0.9f, 0.05f, 0.2f, 0.1f
  };

  private static final byte[] LABELS = {1, 2, 0, 0, 1, 3};

  @Test
  void eachPlaceIsJudgedByItsOwnThreeProbabilities() {
    EpochMetrics metrics = counted(new Evaluation(), 0.25).metrics();
    // Called 1, 2, 2, 0, 1; the sixth place is behind the gene's end.
    assertEquals(5, metrics.places());
    assertEquals(2, metrics.examples());
    assertEquals(4 / 5.0, metrics.accuracy(), TINY);
    assertEquals((0.5 + 1 + 1) / 3, metrics.balancedAccuracy(), TINY);
    assertEquals(1, metrics.acceptor().precision(), TINY);
    assertEquals(0.5, metrics.donor().precision(), TINY);
    assertEquals(2 / 3.0, metrics.donor().f1(), TINY);
    assertEquals(0.8, metrics.donor().accuracy(), TINY);
  }

  @Test
  void rankingsAreOfTheClassesOwnProbabilities() {
    EpochMetrics metrics = counted(new Evaluation(), 0.25).metrics();
    // Acceptors 0.8, 0.6 above 0.3, 0.1, 0.05; the donor's 0.4 below another place's 0.7.
    assertEquals(2, metrics.acceptor().sites());
    assertEquals(1, metrics.acceptor().auprc(), TINY);
    assertEquals(1, metrics.acceptor().top1(), TINY);
    assertEquals(0.6, metrics.acceptor().thresholds().get(1), 1e-4);
    assertEquals(0.5, metrics.donor().auprc(), TINY);
    assertEquals(0, metrics.donor().top1(), TINY);
    assertEquals(1, metrics.donor().topK().get(2), TINY);
  }

  @Test
  void lossesAreWeightedByExamples() {
    Evaluation evaluation = counted(new Evaluation(), 0.25);
    evaluation.add(1, new byte[] {0}, new float[] {1, 0, 0}, 1);
    assertEquals((2 * 0.25 + 1) / 3, evaluation.metrics().loss(), TINY);
  }

  @Test
  void ofEqualProbabilitiesTheFirstClassIsCalled() {
    Evaluation evaluation = new Evaluation();
    evaluation.add(1, new byte[] {0, 1}, new float[] {0.5f, 0.2f, 0.5f, 0.4f, 0, 0.4f}, 0);
    assertEquals(1, evaluation.metrics().accuracy(), TINY);
  }

  @Test
  void partsMergeToTheWhole() {
    Random random = new Random(6);
    Evaluation whole = new Evaluation();
    Evaluation merged = new Evaluation();
    for (int part = 0; part < 4; part++) {
      Evaluation counted = new Evaluation();
      for (int batch = 0; batch < 3; batch++) {
        byte[] labels = new byte[40];
        float[] answers = new float[120];
        for (int i = 0; i < 120; i++) {
          labels[i % 40] = (byte) random.nextInt(4);
          answers[i] = random.nextFloat();
        }
        whole.add(2, labels, answers, batch);
        counted.add(2, labels, answers, batch);
      }
      merged.merge(counted);
    }
    assertEquals(whole.metrics(), merged.metrics());
  }

  @Test
  void sizesThatDoNotFitAndNoExamplesAreRejected() {
    Evaluation evaluation = new Evaluation();
    assertThrows(IllegalArgumentException.class, () -> evaluation.add(2, LABELS, new float[17], 0));
    assertThrows(IllegalArgumentException.class, () -> evaluation.add(4, LABELS, ANSWERS, 0));
    assertThrows(IllegalArgumentException.class, () -> evaluation.add(0, LABELS, ANSWERS, 0));
    assertThrows(IllegalArgumentException.class, evaluation::metrics);
  }

  private static Evaluation counted(Evaluation evaluation, double loss) {
    TrainingBatch batch = new TrainingBatch(2, new byte[2 * 83], LABELS);
    evaluation.add(batch, new Learner.Answer(loss, ANSWERS));
    return evaluation;
  }
}
