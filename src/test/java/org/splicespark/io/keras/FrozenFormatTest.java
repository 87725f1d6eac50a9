package org.splicespark.io.keras;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.error.InputException;
import org.splicespark.model.Family;
import org.splicespark.model.Flank;
import org.splicespark.model.NetworkWeights;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.PtFiles.Weights;

class FrozenFormatTest {
  @TempDir private Path folder;

  private final UnknownFieldSet.Builder graph = UnknownFieldSet.newBuilder();

  private void node(String name, String operation, UnknownFieldSet... attributes) {
    UnknownFieldSet.Builder node = UnknownFieldSet.newBuilder();
    node.addField(1, text(name)).addField(2, text(operation));
    for (UnknownFieldSet attribute : attributes) {
      node.mergeField(5, message(attribute));
    }
    graph.mergeField(1, message(node.build()));
  }

  private static Field text(String text) {
    return Field.newBuilder().addLengthDelimited(ByteString.copyFromUtf8(text)).build();
  }

  private static Field message(UnknownFieldSet message) {
    return Field.newBuilder().addLengthDelimited(message.toByteString()).build();
  }

  private static Field number(long number) {
    return Field.newBuilder().addVarint(number).build();
  }

  private void constant(String name, float[] values, int... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    UnknownFieldSet.Builder sizes = UnknownFieldSet.newBuilder();
    for (int size : shape) {
      sizes.mergeField(2, message(UnknownFieldSet.newBuilder().addField(1, number(size)).build()));
    }
    UnknownFieldSet tensor =
        UnknownFieldSet.newBuilder()
            .addField(1, number(1))
            .addField(2, message(sizes.build()))
            .addField(
                4,
                Field.newBuilder().addLengthDelimited(ByteString.copyFrom(bytes.array())).build())
            .build();
    UnknownFieldSet value = UnknownFieldSet.newBuilder().addField(8, message(tensor)).build();
    node(
        name,
        "Const",
        UnknownFieldSet.newBuilder()
            .addField(1, text("value"))
            .addField(2, message(value))
            .build());
  }

  /** A model's constants, numbered in the order in which CI-SpliceAI's program makes the layers. */
  private void model(Flank flank, long seed, String suffix) {
    Map<String, Weights> made = PtFiles.weights(flank, seed);
    int convolution = 0;
    int normalisation = 0;
    convolution(made, "initial_conv", "conv1d_" + ++convolution + suffix);
    convolution(made, "initial_skip.conv", "conv1d_" + ++convolution + suffix);
    for (int i = 0; i < flank.units().size(); i++) {
      String unit = "residual_units." + (i + i / 4);
      for (int half = 1; half <= 2; half++) {
        String norm = unit + ".batchnorm" + half;
        String name = "batch_normalization_" + ++normalisation + suffix;
        constant(name + "/gamma", made.get(norm + ".weight").values(), 32);
        constant(name + "/beta", made.get(norm + ".bias").values(), 32);
        constant(name + "/moving_mean", made.get(norm + ".running_mean").values(), 32);
        constant(name + "/moving_variance", made.get(norm + ".running_var").values(), 32);
        convolution(made, unit + ".conv" + half, "conv1d_" + ++convolution + suffix);
      }
      if (i % 4 == 3) {
        String skip = "residual_units." + (i + i / 4 + 1) + ".conv";
        convolution(made, skip, "conv1d_" + ++convolution + suffix);
      }
    }
    convolution(made, "final_conv", "conv1d_" + ++convolution + suffix);
  }

  private void convolution(Map<String, Weights> made, String torch, String name) {
    Weights kernel = made.get(torch + ".weight");
    int out = (int) kernel.shape()[0];
    int in = (int) kernel.shape()[1];
    int width = (int) kernel.shape()[2];
    float[] turned = new float[kernel.values().length];
    for (int i = 0; i < turned.length; i++) {
      turned[(i % width * in + i / width % in) * out + i / width / in] = kernel.values()[i];
    }
    constant(name + "/kernel", turned, width, in, out);
    constant(name + "/bias", made.get(torch + ".bias").values(), out);
  }

  private Path written() throws IOException {
    return Files.write(folder.resolve("CI-SpliceAI.pb"), graph.build().toByteArray());
  }

  private void operations() {
    node("input_1", "Placeholder");
    node("output/model_1/activation_1/Relu", "Relu");
    node("output/model_1/conv1d_39/Softmax", "Softmax");
    node("output/Mean", "Mean");
  }

  private String refusal(Path file) {
    String message =
        assertThrows(InputException.class, () -> new FrozenFormat().read(file)).getMessage();
    assertTrue(message.startsWith(file + ": "), message);
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  @Test
  void everyModelOfTheEnsembleIsReadInItsOrder() throws IOException {
    operations();
    model(Flank.F10000, 1, "");
    model(Flank.F10000, 2, "_1");
    List<NetworkWeights> read = new FrozenFormat().read(written());
    assertEquals(2, read.size());
    for (int m = 0; m < 2; m++) {
      NetworkWeights network = read.get(m);
      assertEquals(Flank.F10000, network.flank());
      assertEquals(Family.CI_SPLICEAI, network.family());
      Map<String, Weights> made = PtFiles.weights(Flank.F10000, m + 1);
      assertArrayEquals(made.get("initial_conv.weight").values(), network.stem().kernel());
      assertArrayEquals(made.get("final_conv.bias").values(), network.head().bias());
      assertArrayEquals(
          made.get("residual_units.14.conv.weight").values(), network.skips().get(3).kernel());
      NetworkWeights.Half half = network.units().get(13).second();
      assertArrayEquals(
          made.get("residual_units.16.conv2.weight").values(), half.convolution().kernel());
      assertArrayEquals(
          made.get("residual_units.16.batchnorm2.running_var").values(),
          half.normalisation().variance());
    }
  }

  @Test
  void anotherNumberOfLayersOrAnotherShapeIsNamed() throws IOException {
    operations();
    model(Flank.F80, 1, "");
    constant("conv1d_99/kernel", new float[3], 1, 1, 3);
    assertTrue(refusal(written()).contains("its 13 convolutions and 8 norm"), refusal(written()));
    graph.clear();
    operations();
    model(Flank.F80, 1, "");
    constant("conv1d_5/kernel", new float[13 * 1024], 13, 32, 32);
    String message = refusal(written());
    assertTrue(message.endsWith("[13, 32, 32] where the network has [11, 32, 32]"), message);
  }

  @Test
  void anotherActivationIsNamed() throws IOException {
    operations();
    node("x", "LeakyRelu");
    model(Flank.F80, 1, "");
    assertTrue(refusal(written()).endsWith("its activations are [LeakyRelu]"));
  }

  private static UnknownFieldSet attribute(String name, int field, Field value) {
    UnknownFieldSet wrapped = UnknownFieldSet.newBuilder().addField(field, value).build();
    return UnknownFieldSet.newBuilder()
        .addField(1, text(name))
        .addField(2, message(wrapped))
        .build();
  }

  private static Field packed(byte... bytes) {
    return Field.newBuilder().addLengthDelimited(ByteString.copyFrom(bytes)).build();
  }

  private static Field bits(float value) {
    return Field.newBuilder().addFixed32(Float.floatToIntBits(value)).build();
  }

  private static UnknownFieldSet tensor(int field, Field value) {
    UnknownFieldSet tensor = UnknownFieldSet.newBuilder().addField(field, value).build();
    return attribute("value", 8, message(tensor));
  }

  @Test
  void anotherEpsilonIsNamedHoweverItIsWrittenDown() throws IOException {
    operations();
    model(Flank.F80, 1, "");
    String place = "output/model_1/batch_normalization_2/batchnorm/add/y";
    node(place, "Const", tensor(5, bits(0.001f)));
    node("bn/FusedBatchNormV3", "FusedBatchNormV3", attribute("epsilon", 4, bits(0.001f)));
    assertEquals(1, new FrozenFormat().read(written()).size());
    UnknownFieldSet good = graph.build();
    node(place, "Const", tensor(5, bits(0.002f)));
    String message = refusal(written());
    assertTrue(message.endsWith(place + " has epsilon 0.002 where the network has 0.001"), message);
    graph.clear().mergeFrom(good);
    node("bn/FusedBatchNormV3", "FusedBatchNormV3", attribute("epsilon", 4, bits(1e-5f)));
    assertTrue(refusal(written()).contains("bn/FusedBatchNormV3 has epsilon 1.0E-5"));
  }

  @Test
  void anotherDilationIsNamedHoweverItIsWrittenDown() throws IOException {
    operations();
    model(Flank.F400, 1, "");
    // The first convolution behind four units and two skips is dilated by 4.
    UnknownFieldSet ones = attribute("dilations", 1, message(list(1, 1, 1, 1)));
    node("m/conv1d_3/Conv1D", "Conv2D", ones);
    node("m/conv1d_12/Conv1D", "Conv2D", ones);
    node("m/conv1d_12/Conv1D/SpaceToBatchND/block_shape", "Const", tensor(7, packed((byte) 4)));
    node("m/conv1d_13_1/Conv1D", "Conv2D", attribute("dilations", 1, message(list(1, 1, 4, 1))));
    assertEquals(1, new FrozenFormat().read(written()).size());
    UnknownFieldSet good = graph.build();
    node("m/conv1d_14/conv1d/block_shape", "Const", tensor(4, packed(new byte[] {8, 0, 0, 0})));
    assertTrue(
        refusal(written()).endsWith("conv1d_14 has dilation 8 where the network has 4"),
        refusal(written()));
    graph.clear().mergeFrom(good);
    node("m/conv1d_15/Conv1D", "Conv2D", ones);
    assertTrue(refusal(written()).endsWith("conv1d_15 has dilation 1 where the network has 4"));
  }

  private static UnknownFieldSet list(int... numbers) {
    ByteString.Output bytes = ByteString.newOutput();
    for (int number : numbers) {
      bytes.write(number);
    }
    Field packed = Field.newBuilder().addLengthDelimited(bytes.toByteString()).build();
    return UnknownFieldSet.newBuilder().addField(3, packed).build();
  }

  @Test
  void whatIsNoSuchGraphIsNamed() throws IOException {
    Path prose = folder.resolve("prose.pb");
    Files.write(prose, "Call me Ishmael.".getBytes(StandardCharsets.US_ASCII));
    assertTrue(refusal(prose).contains("no TensorFlow graph"), refusal(prose));
    operations();
    assertTrue(refusal(written()).contains("without the layers of CI-SpliceAI"));
    model(Flank.F80, 1, "");
    byte[] whole = graph.build().toByteArray();
    Path cut = Files.write(folder.resolve("cut.pb"), Arrays.copyOf(whole, whole.length / 2));
    assertTrue(refusal(cut).contains("damaged"), refusal(cut));
  }
}
