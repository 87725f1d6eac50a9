package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.calibrate.Temperature;
import org.splicespark.djl.TemperatureFiles;
import org.splicespark.testing.PeerFiles;
import org.splicespark.testing.Reference;
import org.splicespark.testing.SharedSpark;
import org.splicespark.testing.TorchPython;

/** A published model on real genes against what OpenSpliceAI's own calibration said of it. */
@Tag("golden")
@Tag("native")
@Tag("spark")
class CalibrateGoldenTest {
  private static final String DATA = "human-two-contigs/expected/create-data/dataset_";
  private static final String EXPECTED = "human-two-contigs/expected/calibrate/";

  @TempDir Path folder;

  @BeforeEach
  void unpack() throws IOException {
    SharedSpark.session();
    for (String split : List.of("train", "validation", "test")) {
      PeerFiles.unpacked(DATA + split + ".h5", folder);
    }
  }

  /** The published program's own command line, but for names of files. */
  private Path calibrated(String... options) {
    Path output = folder.resolve("out");
    Path model = Reference.path("models/openspliceai-mane/80nt/model_80nt_rs10.pt");
    List<String> words = new ArrayList<>(List.of("calibrate", "-n", "10", "-p", "x", "-f", "80"));
    words.addAll(List.of("-m", model.toString(), "-o", output.toString(), "--overwrite"));
    words.addAll(List.of("-train", folder.resolve("dataset_train.h5").toString()));
    words.addAll(List.of("-test", folder.resolve("dataset_test.h5").toString()));
    words.addAll(List.of(options));
    Ended ended = Ended.of(words.toArray(String[]::new)).requireDone();
    assertEquals("", ended.out());
    System.out.println(String.join(" ", options) + "\n" + ended.err());
    return output;
  }

  private static double[] numbers(Path file) throws IOException {
    String line = Files.readAllLines(file).get(1);
    return Arrays.stream(line.split("\t")).mapToDouble(Double::parseDouble).toArray();
  }

  private static double[] ours(Path output, String set, String when) throws IOException {
    Path results = output.resolve("calibration/results").resolve(set);
    return numbers(results.resolve("metrics_" + when + ".txt"));
  }

  private static double[] published(String set, String when) throws IOException {
    return numbers(Reference.path(EXPECTED + set + "_metrics_" + when + ".txt"));
  }

  /** Files have 8 decimals. */
  @ParameterizedTest
  @ValueSource(strings = {"validation", "test"})
  void likelihoodAndErrorAtThePublishedTemperatureAreThePublishedOnes(String set)
      throws IOException {
    Path output =
        calibrated("--compat", "-T", Reference.path(EXPECTED + "temperature.txt").toString());
    assertArrayEquals(published(set, "original"), ours(output, set, "original"), 1e-7);
    assertArrayEquals(published(set, "calibrated"), ours(output, set, "calibrated"), 1e-7);
  }

  @Test
  void newtonsLikelihoodIsAtMostThePublishedOne() throws IOException {
    Path output = calibrated("--compat");
    double[] best = ours(output, "validation", "calibrated");
    assertTrue(best[0] <= published("validation", "calibrated")[0], best[0] + "");
    double[] scalar =
        ours(calibrated("--compat", "--temperature", "scalar"), "validation", "calibrated");
    assertTrue(scalar[0] >= best[0] && scalar[0] < published("validation", "original")[0]);
  }

  @Test
  void adamEndsWhereThePublishedProgramDid() throws IOException {
    Path output = calibrated("--compat", "--optimizer", "adam");
    Temperature expected = TemperatureFiles.read(Reference.path(EXPECTED + "temperature.txt"));
    for (String name : List.of("temperature.txt", "temperature.pt")) {
      Temperature actual = TemperatureFiles.read(output.resolve(name));
      assertArrayEquals(expected.classes(), actual.classes(), 1e-5);
    }
    assertArrayEquals(
        published("validation", "calibrated"), ours(output, "validation", "calibrated"), 1e-7);
  }

  @Test
  void theCalibratedModelIsAStateDictThatNeedsNoTemperature() throws Exception {
    Path output = calibrated();
    Path model = output.resolve("calibrated_model.pt");
    double[] expected = ours(output, "test", "calibrated");
    Path again = folder.resolve("again");
    List<String> words = new ArrayList<>(List.of("calibrate", "-m", model.toString()));
    words.addAll(List.of("-o", again.toString(), "-T", "" + ones()));
    words.addAll(List.of("-train", folder.resolve("dataset_train.h5").toString()));
    words.addAll(List.of("-test", folder.resolve("dataset_test.h5").toString()));
    Ended.of(words.toArray(String[]::new)).requireDone();
    assertArrayEquals(expected, ours(again, "test", "original"), 2e-8);
    String script = "import sys, torch; d = torch.load(sys.argv[1]); assert len(d) > 50, len(d)";
    List<String> line = List.of(TorchPython.orSkipped(), "-c", script, model.toString());
    assertTrue(TorchPython.succeeds(line));
  }

  private Path ones() throws IOException {
    return Files.writeString(folder.resolve("ones.txt"), "[1 1 1]\n");
  }

  @Test
  void aTemperatureOfOneChangesNoByteOfAVcfAndAnotherChangesScores() throws IOException {
    Command command = new Command(folder);
    Path input = command.everyNth("human/matrix.vcf", 5);
    String model = "80nt/model_80nt_rs10.pt";
    Path plain = command.variant(input, model, "annotation.txt", "--precision 6");
    Path ones =
        command.variant(input, model, "annotation.txt", "--precision 6 --temperature " + ones());
    assertArrayEquals(Files.readAllBytes(plain), Files.readAllBytes(ones));
    Path file = Reference.path(EXPECTED + "temperature.txt");
    Path other =
        command.variant(input, model, "annotation.txt", "--precision 6 --temperature " + file);
    assertTrue(Files.mismatch(plain, other) >= 0);
    assertTrue(Files.readString(other).contains("temperature [0.9458317 0.9405042 0.9908734]"));
    String manifest = Files.readString(Path.of(other + ".manifest.json"));
    assertTrue(manifest.replaceAll("\\s", "").contains("\"temperature\":[0.9458"), manifest);
  }

  @Test
  void aTemperatureAndAModelThatHasItGiveTheSameScores() throws IOException {
    Path output = calibrated();
    Command command = new Command(folder);
    Path input = command.everyNth("human/matrix.vcf", 5);
    String published = "80nt/model_80nt_rs10.pt";
    String file = output.resolve("temperature.pt").toString();
    Path one =
        command.variant(input, published, "annotation.txt", "--precision 6 --temperature " + file);
    // Real paths: ".." behind a symbolic link leads elsewhere.
    Path model = output.resolve("calibrated_model.pt").toRealPath();
    Path from = Reference.path("models/openspliceai-mane").toRealPath();
    Path other =
        command.variant(
            input, from.relativize(model).toString(), "annotation.txt", "--precision 6");
    assertEquals(records(one), records(other));
  }

  private static List<String> records(Path vcf) throws IOException {
    return Files.readAllLines(vcf).stream().filter(line -> !line.startsWith("#")).toList();
  }
}
