package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.model.Flank;
import org.splicespark.testing.KerasFiles;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.PangolinFiles;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.SharedSpark;

/** Models of other families on command lines: those that run, and those that end in one line. */
@Tag("spark")
class OtherFamiliesTest {
  @TempDir static Path folder;

  @BeforeAll
  static void makeInputs() throws IOException {
    SharedSpark.session();
    String bases = MemoryGenome.randomBases(new Random(3), 2000);
    write("genome.fa", ">chr1\n" + bases + "\n");
    write(
        "genes.txt",
        "#NAME\tCHROM\tSTRAND\tTX_START\tTX_END\tEXON_START\tEXON_END\n"
            + "G\tchr1\t+\t100\t900\t100,500,\t300,900,\n");
    String alt = bases.charAt(499) == 'A' ? "C" : "A";
    write(
        "in.vcf",
        "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
            + "chr1\t500\t.\t"
            + bases.charAt(499)
            + "\t"
            + alt
            + "\t.\t.\t.\n");
    write("temperature.txt", "[2 2 2]\n");
    Files.createDirectories(folder.resolve("keras"));
    KerasFiles.write(folder.resolve("keras/1.h5"), Flank.F80, 1);
    KerasFiles.write(folder.resolve("keras/2.h5"), Flank.F80, 2);
    KerasFiles.write(
        folder.resolve("wide.h5"), Flank.F80, 1, config -> config.replace("[11]", "[13]"));
    byte[] whole = Files.readAllBytes(folder.resolve("keras/1.h5"));
    Files.write(folder.resolve("cut.h5"), Arrays.copyOf(whole, whole.length / 2));
    Files.createDirectories(folder.resolve("pangolin"));
    Files.write(folder.resolve("pangolin/final.1.0.3.v2"), PangolinFiles.random(1));
    Files.write(folder.resolve("mine.pt"), PangolinFiles.random(1));
    Files.createDirectories(folder.resolve("mixed"));
    Files.write(folder.resolve("mixed/a.pt"), PtFiles.random(Flank.F10000, 1));
    Files.write(folder.resolve("mixed/final.1.0.3.v2"), PangolinFiles.random(1));
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static Invocation variant() {
    return new Invocation(
        folder,
        "variant",
        Map.of(
            "-R", "DIR/genome.fa",
            "-A", "DIR/genes.txt",
            "-m", "DIR/keras",
            "-I", "DIR/in.vcf",
            "-O", "DIR/out.vcf"));
  }

  private static Invocation predict() {
    return new Invocation(
        folder, "predict", Map.of("-i", "DIR/genome.fa", "-m", "DIR/keras", "-o", "DIR/sites"));
  }

  private static Invocation transfer() {
    return new Invocation(
        folder,
        "transfer",
        Map.of("--data", "DIR/none", "-m", "DIR/none.pt", "-o", "DIR/trained", "-p", "mine"));
  }

  private static Invocation calibrate() {
    return new Invocation(
        folder, "calibrate", Map.of("--data", "DIR/none", "-m", "DIR/none.pt", "-o", "DIR/warm"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "wide.h5 # wide.h5: its 4 residual units of widths [13, 13, 13, 13] and dilations",
        "cut.h5 # cut.h5: truncated",
        "genes.txt # genes.txt: is not a PyTorch checkpoint",
        "mine.pt # mine.pt: is a network of Pangolin, and only its name says which tissue it was trained for",
        "mixed # mixed: the members of an ensemble must have one family, but a.pt has OpenSpliceAI",
      })
  void aModelThatCannotBeUsedIsTheOnlyLine(String model, String fragment) {
    variant().run("-m=DIR/" + model).requireInput(fragment);
    predict().run("-m=DIR/" + model).requireInput(fragment);
  }

  @Test
  void aModelOfTissuesIsNotAskedForDonors() {
    String fragment = "pangolin: Pangolin says how likely a base is a splice site in a tissue";
    predict().run("-m=DIR/pangolin").requireInput(fragment);
  }

  @Test
  void pangolinsNetworksAreNotTakenForOpenSpliceAis() {
    variant()
        .run("-m=DIR/pangolin")
        .requireInput(
            "pangolin: these networks answer for tissues (heart); give --profile pangolin");
  }

  @Test
  void noTemperatureIsKnownForTissues() {
    variant()
        .run("-m=DIR/pangolin --temperature=DIR/temperature.txt")
        .requireInput("pangolin: no --temperature is known for models of Pangolin");
  }

  @ParameterizedTest
  @CsvSource({"keras/1.h5, CI-SpliceAI", "pangolin/final.1.0.3.v2, Pangolin"})
  void onlyOpenSpliceAisModelsAreTrainedOrCalibrated(String model, String family) {
    String fragment = ": is a model of " + family + ", which can score but not be trained";
    transfer().run("-m=DIR/" + model).requireInput(fragment);
    calibrate().run("-m=DIR/" + model).requireInput(fragment);
  }

  @Tag("native")
  @Test
  void aRunSaysWhoseModelsItUsed() throws IOException {
    variant().run("").requireDone();
    String vcf = Files.readString(folder.resolve("out.vcf"));
    assertTrue(vcf.contains("(2 CI-SpliceAI models of flank 80, "), vcf);
    var model =
        new ObjectMapper().readTree(folder.resolve("out.vcf.manifest.json").toFile()).path("model");
    assertEquals("CI-SpliceAI", model.path("family").asText());
    assertEquals("1.h5", model.path("members").path(0).path("name").asText());
    Ended warm = variant().run("-O=DIR/warm.vcf --temperature=DIR/temperature.txt");
    warm.requireDone();
    assertTrue(Files.readString(folder.resolve("warm.vcf")).contains("temperature"), warm.err());
  }

  @Tag("native")
  @Test
  void sitesAreFoundWithAKerasModel() throws IOException {
    predict().run("--threshold=0.3").requireDone();
    String manifest = Files.readString(folder.resolve("sites/manifest.json"));
    assertTrue(manifest.contains("\"family\" : \"CI-SpliceAI\""), manifest);
  }
}
