package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.testing.SharedSpark;

/**
 * What must be true of a file system on which reference, annotation, models, input and output lie:
 * the same bytes as on the local disk, and nothing left behind. Executors are JVMs of their own.
 */
abstract class RemoteRunContract {
  private static final Path DEMO = Path.of("models", "demo");
  private static final List<String> INPUTS =
      List.of("genome.fa.gz", "genome.fa.gz.fai", "genome.fa.gz.gzi", "genes.gff3", "variants.vcf");

  @TempDir Path folder;

  /** The store of this test, empty or as an earlier test left it. */
  abstract RemoteStore store() throws IOException;

  /** Bytes that a piece of a file must have there. */
  long shortestPiece() {
    return 1;
  }

  @BeforeEach
  void inputsAreThere() throws IOException {
    SharedSpark.stop();
    for (String input : INPUTS) {
      Files.copy(DEMO.resolve(input), folder.resolve(input));
      store().put(DEMO.resolve(input), "in/" + input);
    }
    store().put(DEMO.resolve("model_80nt.pt"), "in/models/a.pt");
    Files.createDirectory(folder.resolve("models"));
    Files.copy(DEMO.resolve("model_80nt.pt"), folder.resolve("models/a.pt"));
  }

  @Test
  void aVcfIsAnnotatedWithEverythingThere() throws IOException {
    String run =
        "variant -R IN/genome.fa.gz -A IN/genes.gff3 -m IN/models -I IN/variants.vcf --partitions 3";
    here(run + " -O OUT.vcf.gz");
    there(run + " -O OUT/scored.vcf.gz --summary OUT/counts.tsv");
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("out.vcf.gz")), store().bytes("out/scored.vcf.gz"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("out.vcf.gz.tbi")),
        store().bytes("out/scored.vcf.gz.tbi"));
    assertTrue(text("out/counts.tsv").contains("SCORED\t19"), text("out/counts.tsv"));
    assertTrue(text("out/scored.vcf.gz.manifest.json").contains(store().name("in/variants.vcf")));
    assertEquals(
        Set.of("scored.vcf.gz", "scored.vcf.gz.tbi", "scored.vcf.gz.manifest.json", "counts.tsv"),
        store().files("out"));
  }

  @Test
  void tasksJoinTheOutputInPiecesToTheSameBytes() throws IOException {
    String run =
        "variant -R IN/genome.fa.gz -A IN/genes.gff3 -m IN/models -I IN/variants.vcf --partitions 5";
    String pieces =
        " --conf spark.hadoop.splicespark.join.pieces.from=1"
            + " --conf spark.hadoop.splicespark.join.pieces.bytes="
            + shortestPiece();
    here(run + " -O OUT.vcf.gz");
    there(run + " -O OUT/joined/scored.vcf.gz" + pieces);
    there(run + " -O OUT/joined/scored.vcf.gz --overwrite" + pieces);
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("out.vcf.gz")), store().bytes("out/joined/scored.vcf.gz"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("out.vcf.gz.tbi")),
        store().bytes("out/joined/scored.vcf.gz.tbi"));
    assertEquals(
        Set.of("scored.vcf.gz", "scored.vcf.gz.tbi", "scored.vcf.gz.manifest.json"),
        store().files("out/joined"));
  }

  @Test
  void plainTextIsJoinedInPiecesToo() throws IOException {
    String run =
        "variant -R IN/genome.fa.gz -A IN/genes.gff3 -m IN/models -I IN/variants.vcf --partitions 5";
    here(run + " -O OUT.vcf");
    there(
        run
            + " -O OUT/plain/scored.vcf --conf spark.hadoop.splicespark.join.pieces.from=1"
            + " --conf spark.hadoop.splicespark.join.pieces.bytes="
            + shortestPiece());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("out.vcf")), store().bytes("out/plain/scored.vcf"));
    assertEquals(Set.of("scored.vcf", "scored.vcf.manifest.json"), store().files("out/plain"));
  }

  @Test
  void aFolderOfShardsIsWrittenAndReplacedOnlyIfAsked() throws IOException {
    String run =
        "variant -R IN/genome.fa.gz -A IN/genes.gff3 -m IN/models/a.pt -I IN/variants.vcf"
            + " -O OUT/shards/ --partitions 2";
    there(run);
    Set<String> shards = store().files("out/shards");
    assertTrue(shards.contains("_SUCCESS"), shards.toString());
    assertEquals(2, shards.stream().filter(name -> name.endsWith(".vcf.gz")).count());
    ended(run).requireInput("exists; give --overwrite to replace it");
    there(run + " --overwrite");
    assertEquals(shards, store().files("out/shards"));
  }

  @Test
  void sitesAreFoundWithEverythingThere() throws IOException {
    here("predict -i IN/genome.fa.gz -m IN/models -a IN/genes.gff3 -o OUT");
    there("predict -i IN/genome.fa.gz -m IN/models -a IN/genes.gff3 -o OUT/sites");
    requireSame("out/sites", "manifest.json");
  }

  @Test
  void trainingDataAreMadeThereAndReadFromThere() throws IOException {
    String data = "create-data --genome-fasta IN/genome.fa.gz --annotation-gff IN/genes.gff3";
    here(data + " --output-dir OUT");
    there(data + " --output-dir OUT/data");
    requireSame("out/data", "manifest.json");
    String train = " -o " + folder.resolve("trained") + " -p demo -f 80 --epochs 1 --batch-size 4";
    there("train --data OUT/data" + train);
    assertTrue(
        Files.exists(folder.resolve("trained/SpliceAI_demo_80_0_rs42/0/models/model_best.pt")));
  }

  @Test
  void whatIsNotThereIsToldInOneLine() throws IOException {
    String run = "variant -R IN/genome.fa.gz -A IN/genes.gff3 -m IN/models -O OUT/none.vcf -I IN/";
    ended(run + "other.vcf").requireInput("in/other.vcf: no such file");
    ended(run.replace("genes.gff3", "other.gff3") + "variants.vcf")
        .requireInput("in/other.gff3: no such file");
    assertFalse(store().files("in").contains("none.vcf"));
  }

  private void requireSame(String remote, String manifest) throws IOException {
    Map<String, byte[]> local = RemoteStore.local(folder.resolve("out"));
    assertEquals(new TreeSet<>(local.keySet()), store().files(remote));
    for (Map.Entry<String, byte[]> file : local.entrySet()) {
      if (!file.getKey().equals(manifest)) {
        byte[] bytes = store().bytes(remote + "/" + file.getKey());
        assertArrayEquals(file.getValue(), bytes, file.getKey());
      }
    }
  }

  private String text(String name) throws IOException {
    return new String(store().bytes(name), StandardCharsets.UTF_8);
  }

  /** On the local disk, in one JVM. */
  private void here(String command) {
    String out = folder.resolve("out").toString();
    String line = command.replace("IN/", folder + "/").replace("OUT", out);
    Ended.of((line + " --master local[2]").split(" ")).requireDone();
  }

  /** On the store, with two executors. */
  private void there(String command) throws IOException {
    ended(command).requireDone();
  }

  private Ended ended(String command) throws IOException {
    String line = command.replace("IN/", store().name("in/")).replace("OUT/", store().name("out/"));
    List<String> arguments = new ArrayList<>(Arrays.asList(line.split(" ")));
    arguments.addAll(List.of("--master", "local-cluster[2,1,1024]"));
    arguments.addAll(setting("spark.executor.memory", "700m"));
    arguments.addAll(setting("spark.executor.extraClassPath", classPath()));
    store()
        .settings()
        .forEach((key, value) -> arguments.addAll(setting("spark.hadoop." + key, value)));
    return Ended.of(arguments.toArray(String[]::new));
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static List<String> setting(String key, String value) {
    return List.of("--conf", key + "=" + value);
  }
}
