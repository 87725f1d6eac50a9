package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.model.Flank;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.SharedSpark;

/** A profile through the whole command: entries, header, manifest. */
@Tag("spark")
@Tag("native")
class ProfileRunTest {
  @TempDir static Path folder;

  private static String bases;

  @BeforeAll
  static void makeInputs() throws IOException {
    SharedSpark.session();
    bases = MemoryGenome.randomBases(new Random(3), 2000);
    Files.writeString(folder.resolve("genome.fa"), ">chr1\n" + bases + "\n");
    Files.writeString(
        folder.resolve("genes.csv"),
        "gene_id,chr,strand,start,end,jn_start,jn_end\n"
            + "ENSG1,chr1,+,101,900,\"300\",\"501\"\nENSG2,chr1,-,201,900,\"300\",\"501\"\n");
    Files.write(folder.resolve("small.pt"), PtFiles.random(Flank.F80, 1));
    Files.write(folder.resolve("large.pt"), PtFiles.random(Flank.F10000, 1));
    Files.writeString(
        folder.resolve("in.vcf"),
        "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
            + record(301, 1)
            + record(400, 3)
            + record(1500, 2));
  }

  /** Bases that are replaced by one that is another than the first. */
  private static String record(int pos, int length) {
    String ref = bases.substring(pos - 1, pos - 1 + length);
    String alt = ref.startsWith("A") ? "C" : "A";
    return "chr1\t" + pos + "\t.\t" + ref + "\t" + alt + "\t.\t.\t.\n";
  }

  private static Ended run(String model, String output, String changes) {
    Map<String, String> options =
        Map.of(
            "-R", "DIR/genome.fa",
            "-A", "DIR/genes.csv",
            "-m", "DIR/" + model,
            "-I", "DIR/in.vcf",
            "-O", "DIR/" + output);
    return new Invocation(folder, "variant", options).run(changes);
  }

  private static List<String> infos(String output) throws IOException {
    return Files.readAllLines(folder.resolve(output)).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t")[7])
        .toList();
  }

  @Test
  void ciSpliceAisProfileScoresTheBestGeneOrBothStrands() throws IOException {
    run("large.pt", "ci.vcf", "--profile=ci-spliceai -D=30").requireDone();
    List<String> infos = infos("ci.vcf");
    assertEquals(3, infos.size());
    assertTrue(infos.get(0).matches("CISpliceAI=[AC]\\|ENSG[12](\\|-?[0-9.]+){8}"), infos.get(0));
    assertTrue(infos.get(1).matches("CISpliceAI=[AC]\\|ENSG[12](\\|-?[0-9.]+){8}"), infos.get(1));
    assertTrue(infos.get(2).matches("CISpliceAI=[AC]\\|[-+](\\|-?[0-9.]+){8}"), infos.get(2));
    run("large.pt", "all.vcf", "--profile=ci-spliceai -D=30 --all --scorer=window").requireDone();
    List<String> all = infos("all.vcf");
    for (int i = 0; i < 3; i++) {
      String[] entries = all.get(i).substring("CISpliceAI=".length()).split(",");
      assertEquals(2, entries.length);
      assertTrue(List.of(entries).contains(infos.get(i).substring("CISpliceAI=".length())));
    }
  }

  @Test
  void theManifestHasEveryEffectiveValue() throws IOException {
    run("small.pt", "open.vcf", "--profile=openspliceai -M=1 --no-all --precision=3").requireDone();
    var manifest = new ObjectMapper().readTree(folder.resolve("open.vcf.manifest.json").toFile());
    assertEquals(
        "{\"profile\":\"openspliceai\",\"distance\":50,\"mask\":1,\"rules\":\"COMPAT\","
            + "\"compat\":true,\"all\":false,\"outside\":false,\"intergenic\":false,"
            + "\"geneName\":\"SYMBOL\",\"tissues\":[],\"precision\":3,"
            + "\"infoKey\":\"OpenSpliceAI\",\"signedZero\":true,\"scorer\":\"INCREMENTAL\","
            + "\"batchSize\":16,\"device\":\"auto\",\"math\":\"FP32\"}",
        manifest.get("parameters").toString());
    String header = Files.readString(folder.resolve("open.vcf"));
    assertTrue(
        header.contains(
            "distance 50, mask 1, profile openspliceai, compat, most significant gene)"),
        header);
  }

  @Test
  void networksOfAnotherProgramThanTheProfilesAreANote() {
    Ended other = run("large.pt", "other.vcf", "--profile=spliceai").requireDone();
    assertEquals(
        List.of(
            "note: DIR/large.pt: these networks are OpenSpliceAI's and --profile spliceai is for"
                + " SpliceAI's; the scores are OpenSpliceAI's"),
        other.err().replace(folder.toString(), "DIR").lines().filter(this::isNote).toList());
    for (String profile : List.of("openspliceai", "splicespark")) {
      Ended same = run("small.pt", profile + ".vcf", "--profile=" + profile).requireDone();
      assertEquals(List.of(), same.err().lines().filter(this::isNote).toList());
    }
  }

  private boolean isNote(String line) {
    return line.startsWith("note: ") && line.contains("profile");
  }

  @Test
  void aModelOfAnotherFlankIsOneLine() {
    run("small.pt", "none.vcf", "--profile=spliceai")
        .requireInput("small.pt: a flank of 80, but --profile spliceai");
    run("small.pt", "none.vcf", "--profile=pangolin")
        .requireInput("small.pt: these networks tell acceptors from donors");
  }
}
