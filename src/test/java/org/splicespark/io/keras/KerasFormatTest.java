package org.splicespark.io.keras;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.splicespark.error.InputException;
import org.splicespark.model.Family;
import org.splicespark.model.Flank;
import org.splicespark.model.NetworkWeights;
import org.splicespark.testing.KerasFiles;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.PtFiles.Weights;
import org.splicespark.testing.Reference;

class KerasFormatTest {
  @TempDir private Path folder;

  private String refusal(Path file) {
    String message =
        assertThrows(InputException.class, () -> new KerasFormat().read(file)).getMessage();
    assertTrue(message.startsWith(file + ": "), message);
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  @ParameterizedTest
  @EnumSource(Flank.class)
  void everyWeightComesToItsPlace(Flank flank) {
    Path file = KerasFiles.write(folder.resolve("1.h5"), flank, 7);
    NetworkWeights read = new KerasFormat().read(file).get(0);
    assertEquals(flank, read.flank());
    assertEquals(Family.CI_SPLICEAI, read.family());
    Map<String, Weights> made = PtFiles.weights(flank, 7);
    same(made, "initial_conv", read.stem());
    same(made, "initial_skip.conv", read.skips().get(0));
    same(made, "final_conv", read.head());
    int units = flank.units().size();
    assertEquals(units, read.units().size());
    for (int i = 0; i < units; i++) {
      String name = "residual_units." + (i + i / 4);
      half(made, name, "1", read.units().get(i).first());
      half(made, name, "2", read.units().get(i).second());
    }
    for (int k = 1; k <= units / 4; k++) {
      same(made, "residual_units." + (5 * k - 1) + ".conv", read.skips().get(k));
    }
  }

  private static void half(
      Map<String, Weights> made, String unit, String which, NetworkWeights.Half half) {
    String name = unit + ".batchnorm" + which;
    NetworkWeights.Normalisation normal = half.normalisation();
    assertArrayEquals(made.get(name + ".weight").values(), normal.scale());
    assertArrayEquals(made.get(name + ".bias").values(), normal.shift());
    assertArrayEquals(made.get(name + ".running_mean").values(), normal.mean());
    assertArrayEquals(made.get(name + ".running_var").values(), normal.variance());
    same(made, unit + ".conv" + which, half.convolution());
  }

  private static void same(
      Map<String, Weights> made, String name, NetworkWeights.Convolution convolution) {
    assertArrayEquals(made.get(name + ".weight").values(), convolution.kernel());
    assertArrayEquals(made.get(name + ".bias").values(), convolution.bias());
  }

  @Test
  void convolutionsOfWidthOneWithoutPaddingAreSpliceAi() {
    Path file =
        KerasFiles.write(
            folder.resolve("1.h5"),
            Flank.F80,
            1,
            config ->
                config.replace(
                    "\"kernel_size\":[1],\"strides\":[1],\"padding\":\"same\"",
                    "\"kernel_size\":[1],\"strides\":[1],\"padding\":\"valid\""));
    assertEquals(Family.SPLICEAI, new KerasFormat().read(file).get(0).family());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "[11] # [13] # widths [13, 13, 13, 13] and dilations [1, 1, 1, 1] are those of no flank",
        "0.001 # 1.0E-5 # layer batch_normalization_8: epsilon 1.0E-5 where the network has 0.001",
        "relu # elu # layer activation_8: activation \"elu\" where the network has \"relu\"",
        "softmax # sigmoid # layer conv1d_12: activation \"sigmoid\" where",
        "[40,40] # [50,50] # layer cropping1d_1: cropping [50,50] where the network has [40,40]",
        "\"filters\":32 # \"filters\":64 # filters 64 where the network has 32",
        "\"scale\":true # \"scale\":false # scale false where the network has true",
        "\"strides\":[1] # \"strides\":[2] # strides [2] where the network has [1]",
        "channels_last # channels_first # data_format \"channels_first\" where",
        "[null,null,4] # [null,null,5] # layer input_1: batch_input_shape [null,null,5] where",
        "\"Add\" # \"Concatenate\" # layer add_5: a Concatenate where the network has the sum",
        "\"Model\" # \"Sequential\" # is a Keras model of another kind: Sequential",
        "[\"conv1d_6\",0,0,{}],[\"add_1\" # [\"conv1d_6\",0,0,{}],[\"conv1d_1\" # layer add_2: does not add add_1",
        "[[[\"add_3\" # [[[\"add_9\" # has no layer add_9",
        "{\"class_name\":\"Model\" # {\"class_name # has a model_config that is no JSON",
        "\"name\":\"activation_1\",\"config\" # \"name\":\"other\",\"config\" # has no layer activation_1",
      })
  void anotherArchitectureIsRefusedWithTheLayer(String from, String to, String reason) {
    Path file = KerasFiles.write(folder.resolve("1.h5"), Flank.F80, 1, c -> c.replace(from, to));
    String message = refusal(file);
    assertTrue(message.contains(reason), message);
  }

  @Test
  void aLayerThatNobodyReadsIsOneTooMany() {
    String more =
        "\"layers\":[{\"class_name\":\"Dropout\",\"name\":\"d\",\"config\":{},\"inbound_nodes\":[]},";
    Path file =
        KerasFiles.write(
            folder.resolve("1.h5"), Flank.F80, 1, config -> config.replace("\"layers\":[", more));
    assertTrue(refusal(file).endsWith("has 36 layers where the network has 35"), refusal(file));
  }

  @Test
  void aNetworkThatReadsItselfEnds() {
    Path file =
        KerasFiles.write(
            folder.resolve("1.h5"),
            Flank.F80,
            1,
            config -> config.replace("[[[\"conv1d_1\",0,0,{}]]]", "[[[\"add_4\",0,0,{}]]]"));
    refusal(file);
  }

  @Test
  void weightsThatAreNotThoseOfTheArchitectureAreNamed() {
    Path file =
        KerasFiles.write(
            folder.resolve("1.h5"),
            Flank.F400,
            1,
            config -> config.replace("conv1d_21", "conv1d_2"));
    refusal(file);
    Path swapped =
        KerasFiles.write(
            folder.resolve("2.h5"),
            Flank.F80,
            1,
            config ->
                config
                    .replace("\"conv1d_3\"", "\"x\"")
                    .replace("\"conv1d_11\"", "\"conv1d_3\"")
                    .replace("\"x\"", "\"conv1d_11\""));
    String message = refusal(swapped);
    assertTrue(
        message.endsWith("its kernel has shape [1, 32, 32] instead of [11, 32, 32]")
            || message.endsWith("its kernel has shape [11, 32, 32] instead of [1, 32, 32]"),
        message);
  }

  @Test
  void whatIsNoWholeModelIsToldApart() throws IOException {
    Path prose = Files.writeString(folder.resolve("prose.h5"), "Call me Ishmael.");
    assertTrue(refusal(prose).contains("no HDF5 file"), refusal(prose));
    Path data = folder.resolve("data.h5");
    Path weights = folder.resolve("weights.h5");
    try (WritableHdfFile hdf = HdfFile.write(data)) {
      hdf.putDataset("X0", new int[] {1, 2});
    }
    assertTrue(refusal(data).contains("no model that Keras saved"), refusal(data));
    try (WritableHdfFile hdf = HdfFile.write(weights)) {
      hdf.putAttribute("layer_names", new String[] {"conv1d_1"});
    }
    assertTrue(refusal(weights).contains("save the whole model"), refusal(weights));
  }

  @Test
  @Tag("golden")
  void aPublishedFileThatIsCutIsNamed() throws IOException {
    byte[] whole = Files.readAllBytes(Reference.path("models/spliceai/spliceai1.h5"));
    for (int part = 1; part < 16; part++) {
      int length = (int) ((long) whole.length * part / 16);
      Path cut = folder.resolve("cut" + part + ".h5");
      Files.write(cut, Arrays.copyOf(whole, length));
      refusal(cut);
    }
    Path shorter = Files.write(folder.resolve("s.h5"), Arrays.copyOf(whole, whole.length - 1));
    refusal(shorter);
  }

  @Test
  @Tag("golden")
  void thePublishedFilesAreSpliceAiOfTheLargestFlank() {
    NetworkWeights read =
        new KerasFormat().read(Reference.path("models/spliceai/spliceai3.h5")).get(0);
    assertEquals(Family.SPLICEAI, read.family());
    assertEquals(Flank.F10000, read.flank());
  }
}
