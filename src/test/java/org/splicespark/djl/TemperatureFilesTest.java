package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.calibrate.Temperature;
import org.splicespark.error.InputException;
import org.splicespark.model.Flank;
import org.splicespark.testing.PickleWriter;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.Reference;
import org.splicespark.testing.TorchPython;

class TemperatureFilesTest {
  private static final Temperature THREE =
      new Temperature(0.9458317, 0.9405042, 0.9908734).asFloats();

  @TempDir Path folder;

  private Temperature text(String content) throws IOException {
    return TemperatureFiles.read(Files.writeString(folder.resolve("temperature.txt"), content));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[0.9458317 0.9405042 0.9908734]",
        "[0.9458317 0.9405042\n 0.9908734]\n",
        "[0.9458317, 0.9405042, 0.9908734]\n",
        "0.9458317\t0.9405042\t0.9908734",
        " [ 0.9458317 0.9405042 9.908734e-01 ] "
      })
  void threeNumbersAreReadHoweverTheyAreSetApart(String content) throws IOException {
    assertEquals(THREE, text(content));
  }

  @Test
  void oneNumberIsForAllClasses() throws IOException {
    assertEquals(Temperature.of(1.5), text("1.5\n"));
    assertEquals(Temperature.of(1.5), text("[1.5]"));
    assertEquals(Temperature.of(5), text("5"));
    assertEquals((float) 0.05, text("0.05").donor());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'' # no temperature, such as [0.95 0.94 0.99]",
        "[] # no temperature, such as [0.95 0.94 0.99]",
        "warm # no temperature, such as [0.95 0.94 0.99]: warm",
        "[1 2] # has 2 temperatures; there is one, or one for each of three classes",
        "[1 1 1 1] # has 4 temperatures",
        "[1 nan 1] # no temperature, such as",
        "[1 NaN 1] # a temperature is from 0.05 to 5.0, not NaN",
        "[1 Infinity 1] # a temperature is from 0.05 to 5.0, not Infinity",
        "0 # a temperature is from 0.05 to 5.0, not 0.0",
        "[1 -1 1] # a temperature is from 0.05 to 5.0, not -1.0",
        "[1 1 5.001] # a temperature is from 0.05 to 5.0, not 5.001",
      })
  void whatIsNoTemperatureIsNamed(String content, String fragment) {
    assertRefused(fragment, () -> text(content));
  }

  private void assertRefused(String fragment, org.junit.jupiter.api.function.Executable reading) {
    String message = assertThrows(InputException.class, reading).getMessage();
    assertTrue(message.startsWith(folder.toString()) && message.contains(fragment), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void aFileThatIsMissingOrHugeOrNoTensorIsNamed() throws IOException {
    assertRefused("cannot be read", () -> TemperatureFiles.read(folder.resolve("none.pt")));
    Path model = Files.write(folder.resolve("model.pt"), PtFiles.random(Flank.F80, 1));
    assertRefused("holds no single tensor", () -> TemperatureFiles.read(model));
    Path huge = Files.write(folder.resolve("huge.txt"), new byte[2 << 20]);
    assertRefused("far too large", () -> TemperatureFiles.read(huge));
    byte[] whole = written();
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    Path cut = Files.write(folder.resolve("cut.pt"), half);
    assertRefused("is truncated", () -> TemperatureFiles.read(cut));
  }

  @Test
  void aTensorOfAnotherShapeOrTypeIsNamed() throws IOException {
    byte[] twelve = new byte[12];
    byte[] pickle =
        new PickleWriter().tensor("LongStorage", "0", 1, 0, new long[] {1}, new long[] {1}).stop();
    Path whole = Files.write(folder.resolve("long.pt"), PtFiles.file(pickle, Map.of("0", twelve)));
    assertRefused("a temperature is from", () -> TemperatureFiles.read(whole));
  }

  private static byte[] written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TemperatureFiles.write(out, THREE);
    return out.toByteArray();
  }

  @Test
  void whatIsWrittenIsReadTheSame() throws IOException {
    Path file = Files.write(folder.resolve("temperature.pt"), written());
    assertEquals(THREE, TemperatureFiles.read(file));
    assertEquals(THREE, text(THREE.toString()));
  }

  @Test
  void pytorchReadsAndWritesTheSameNumbers() throws Exception {
    String python = TorchPython.orSkipped();
    Path ours = Files.write(folder.resolve("ours.pt"), written());
    String script =
        "import sys, torch\n"
            + "t = torch.load(sys.argv[1])\n"
            + "assert t.dtype == torch.float32 and t.shape == (3,), t\n"
            + "assert [round(v, 6) for v in t.tolist()] == [0.945832, 0.940504, 0.990873], t\n"
            + "torch.save(torch.nn.Parameter(t).detach().cpu(), sys.argv[2] + '/three.pt')\n"
            + "torch.save(torch.nn.Parameter(t), sys.argv[2] + '/parameter.pt')\n"
            + "torch.save(torch.tensor(1.5), sys.argv[2] + '/scalar.pt')\n"
            + "torch.save(torch.tensor([1.5], dtype=torch.float64), sys.argv[2] + '/one.pt')\n";
    List<String> line = List.of(python, "-c", script, ours.toString(), folder.toString());
    assertTrue(TorchPython.succeeds(line));
    assertEquals(THREE, TemperatureFiles.read(folder.resolve("three.pt")));
    assertEquals(THREE, TemperatureFiles.read(folder.resolve("parameter.pt")));
    assertEquals(Temperature.of(1.5), TemperatureFiles.read(folder.resolve("scalar.pt")));
    assertEquals(Temperature.of(1.5), TemperatureFiles.read(folder.resolve("one.pt")));
  }

  @Test
  @Tag("golden")
  void thePublishedProgramsFileIsRead() {
    Path file = Reference.path("human-two-contigs/expected/calibrate/temperature.txt");
    assertEquals(THREE, TemperatureFiles.read(file));
  }
}
