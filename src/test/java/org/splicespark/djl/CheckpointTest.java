package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.error.InputException;
import org.splicespark.model.Flank;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.PtFiles.Weights;

class CheckpointTest {
  private static final String WEIGHT = "residual_units.5.conv2.weight";
  private final Map<String, Weights> weights = PtFiles.weights(Flank.F400, 1);

  private void assertRefusedFor(String reason) {
    byte[] file = PtFiles.file(weights);
    String message =
        assertThrows(InputException.class, () -> Checkpoint.read("made.pt", file)).getMessage();
    assertTrue(message.startsWith("made.pt: "), message);
    assertTrue(message.contains(reason), message);
  }

  @ParameterizedTest
  @EnumSource(Flank.class)
  void theFlankIsFoundFromTheWeights(Flank flank) {
    assertEquals(flank, Checkpoint.read("made.pt", PtFiles.random(flank, 1)).flank());
  }

  @Test
  void theWeightsAreThoseOfTheFile() {
    Checkpoint checkpoint = Checkpoint.read("made.pt", PtFiles.file(weights));
    assertEquals(weights.keySet(), checkpoint.names());
    weights.forEach((name, tensor) -> assertArrayEquals(tensor.values(), checkpoint.values(name)));
    weights.forEach((name, tensor) -> assertArrayEquals(tensor.shape(), checkpoint.shape(name)));
  }

  @Test
  void countersOfTrainingMayBeThere() {
    weights.put(
        "residual_units.0.batchnorm1.num_batches_tracked",
        new Weights(new long[0], new float[] {1}));
    assertEquals(Flank.F400, Checkpoint.read("made.pt", PtFiles.file(weights)).flank());
  }

  @Test
  void aMissingParameterIsNamed() {
    weights.remove("final_conv.bias");
    assertRefusedFor("lacks final_conv.bias");
  }

  @Test
  void aParameterTooManyIsNamed() {
    weights.put("another.bias", new Weights(new long[] {1}, new float[1]));
    assertRefusedFor("another.bias");
  }

  @Test
  void aWrongShapeIsNamed() {
    weights.put(WEIGHT, new Weights(new long[] {32, 32, 9}, new float[32 * 32 * 9]));
    assertRefusedFor(WEIGHT + " has shape [32, 32, 9] instead of [32, 32, 11]");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void aWeightThatIsNoNumberIsNamed(float value) {
    weights.get(WEIGHT).values()[17] = value;
    assertRefusedFor(WEIGHT + " has a weight that is " + value);
  }

  @Test
  void aVarianceBelowZeroIsNamed() {
    weights.get("residual_units.0.batchnorm2.running_var").values()[3] = -1;
    assertRefusedFor("residual_units.0.batchnorm2.running_var has a variance below zero");
  }

  @Test
  void aNetworkOfAnotherDepthIsNoFlank() {
    weights.keySet().removeIf(name -> name.startsWith("residual_units.8."));
    assertRefusedFor("7 residual units");
  }

  @Test
  void anotherNetworkIsToldByItsNames() {
    weights.keySet().removeIf(name -> name.startsWith("residual_units."));
    assertRefusedFor("it has no residual_units.0.conv1.weight, but initial_conv.weight");
  }
}
