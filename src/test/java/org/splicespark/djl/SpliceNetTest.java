package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.splicespark.model.Batch;
import org.splicespark.model.Flank;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.PtFiles.Weights;

@Tag("native")
class SpliceNetTest {
  private static final int OUTPUTS = 21;

  @BeforeAll
  static void start() {
    NativeBoot.start(1);
  }

  private static SpliceNet net(Map<String, Weights> weights) {
    Checkpoint checkpoint = Checkpoint.read("made.pt", PtFiles.file(weights));
    return new SpliceNet(
        checkpoint, checkpoint.family(), NDManager.newBaseManager(Device.cpu(), "PyTorch"));
  }

  private static NDArray oneHot(NDManager manager, List<byte[]> windows) {
    Batch batch = Batch.of(windows);
    return manager.create(batch.values(), new Shape(batch.count(), 4, batch.length()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Flank.class,
      names = {"F80", "F400"})
  void withoutPaddingTheAnswersAreThoseOfThePaddedNetwork(Flank flank) {
    Map<String, Weights> weights = PtFiles.weights(flank, 5);
    List<byte[]> windows = Windows.random(2, flank.bases() + OUTPUTS, 6);
    PaddedNet padded = new PaddedNet(flank, weights);
    try (SpliceNet net = net(weights);
        NDManager scratch = net.scratch()) {
      float[] answers = net.forward(oneHot(scratch, windows)).toFloatArray();
      int each = answers.length / 2;
      for (int n = 0; n < 2; n++) {
        float[] expected = Windows.flat(padded.forward(Windows.oneHot(windows.get(n))));
        float[] actual = java.util.Arrays.copyOfRange(answers, n * each, (n + 1) * each);
        assertTrue(Windows.apart(expected, actual) < 1e-5, "" + Windows.apart(expected, actual));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Flank.class)
  void theAnswerIsOneFlankShorterThanTheWindow(Flank flank) {
    try (SpliceNet net = net(PtFiles.weights(flank, 5));
        NDManager scratch = net.scratch()) {
      NDArray sequences = oneHot(scratch, Windows.random(1, flank.bases() + OUTPUTS, 6));
      assertEquals(new Shape(1, 3, OUTPUTS), net.forward(sequences).getShape());
    }
  }

  @Test
  void aUnitTakesFourTimesItsReach() {
    Flank flank = Flank.F2000;
    try (SpliceNet net = net(PtFiles.weights(flank, 5));
        NDManager scratch = net.scratch()) {
      NDArray stream = net.stem(oneHot(scratch, Windows.random(1, 1000, 6)));
      for (int i = 0; i < flank.units().size(); i++) {
        long expected = 1000 - 4L * flank.units().get(i).reach();
        assertEquals(new Shape(1, 32, expected), net.unit(i, stream).getShape());
      }
    }
  }

  @Test
  void aForwardLeavesItsAnswerAndNothingElse() {
    try (SpliceNet net = net(PtFiles.weights(Flank.F400, 5));
        NDManager scratch = net.scratch()) {
      NDArray sequences = oneHot(scratch, Windows.random(1, 421, 6));
      int before = scratch.getManagedArrays().size();
      net.forward(sequences).close();
      assertEquals(before, scratch.getManagedArrays().size());
    }
  }
}
