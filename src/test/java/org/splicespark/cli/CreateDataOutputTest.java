package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Gene;
import org.splicespark.genome.Strand;
import org.splicespark.io.AnnotationReader;
import org.splicespark.testing.Dialects;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.SharedSpark;

/** What create-data leaves in its folder. */
@Tag("spark")
class CreateDataOutputTest {
  /** ENSG02 on chr2 is a copy of ENSG01 on chr1, which trains. */
  private static final List<Gene> GENES =
      List.of(
          Genes.gene("ENSG01", "chr1", Strand.PLUS, 1000, 1200, 2000, 2200, 6500, 7000),
          Genes.gene(
              "ENSG03",
              "protein_coding",
              Strand.MINUS,
              Genes.isoform("ENST031", "chr1", 8000, 8200, 9000, 9100, 9500, 9600),
              Genes.isoform("ENST032", "chr1", 8100, 8300, 9050, 9100, 9500, 9700)),
          Genes.gene("ENSG02", "chr2", Strand.PLUS, 500, 700, 1500, 1700, 6000, 6500),
          Genes.gene("ENSG04", "chr2", Strand.MINUS, 7000, 7200, 7400, 7600));

  private static final String CHR1 = MemoryGenome.randomBases(new Random(11), 10_000);
  private static final String CHR2 =
      MemoryGenome.randomBases(new Random(12), 500)
          + CHR1.substring(1000, 7000)
          + MemoryGenome.randomBases(new Random(13), 1500);

  @TempDir static Path folder;

  @BeforeAll
  static void makeInputs() throws IOException {
    SharedSpark.session();
    Files.writeString(folder.resolve("genome.fa"), ">chr1\n" + CHR1 + "\n>chr2\n" + CHR2 + "\n");
    Files.writeString(folder.resolve("genes.gff3"), Dialects.ENSEMBL_GFF3.text(GENES));
    Files.writeString(
        folder.resolve("paralogs.tsv"),
        "Gene stable ID\tMouse paralogue gene stable ID\nENSG04\tENSG03\nENSG03\tENSG04\n");
  }

  /** Runs to success with chr2 for the test, and says where it wrote. */
  private static Path made(String name, String changes) {
    create(name).run(("--test-contigs=chr2 " + changes).strip()).requireDone();
    return folder.resolve(name);
  }

  private static Invocation create(String name) {
    Map<String, String> options =
        Map.of(
            "--genome-fasta", "DIR/genome.fa",
            "--annotation-gff", "DIR/genes.gff3",
            "--output-dir", "DIR/" + name,
            "--val-split-ratio", "0.5");
    return new Invocation(folder, "create-data", options);
  }

  private static Set<String> names(Path output) throws IOException {
    try (var files = Files.walk(output)) {
      Set<String> names = new TreeSet<>();
      files
          .filter(Files::isRegularFile)
          .forEach(file -> names.add(output.relativize(file).toString()));
      return names;
    }
  }

  private static JsonNode manifest(Path output) throws IOException {
    return new ObjectMapper().readTree(output.resolve("manifest.json").toFile());
  }

  @Test
  void aRunLeavesShardsListsAndAManifestThatNamesThemAll() throws IOException {
    Path output = made("all", "--write-fasta --verify --remove-paralogs --parse-type=collapsed");
    Set<String> names = names(output);
    Set<String> expected = new TreeSet<>(Set.of("manifest.json"));
    for (String split : List.of("train", "validation", "test")) {
      expected.add("hdf5/" + split + "/part-00000.h5");
      expected.add("parquet/" + split + "/part-00000.parquet");
      expected.add(split + ".fa");
      expected.add(split + "_stats.txt");
      expected.add("verify_" + split + ".png");
    }
    expected.addAll(
        Set.of(
            "removed_paralogs_test.txt",
            "removed_paralogs_validation.txt",
            "annotation_table.csv",
            "training_table.csv"));
    assertEquals(expected, names);
    Set<String> told = new TreeSet<>(Set.of("manifest.json"));
    for (JsonNode file : manifest(output).get("files")) {
      byte[] bytes = Files.readAllBytes(output.resolve(file.get("name").asText()));
      assertEquals(DigestUtils.sha256Hex(bytes), file.get("sha256").asText());
      assertEquals(bytes.length, file.get("bytes").asLong());
      assertTrue(told.add(file.get("name").asText()), "named twice");
    }
    assertEquals(names, told);
  }

  @Test
  void theManifestSaysWhatWasAskedForAndWhatIsInIt() throws IOException {
    JsonNode run = manifest(made("manifest", "--format=parquet --seed=9 --canonical-only"));
    JsonNode test = run.get("splits").get("test");
    assertEquals(2, test.get("genes").asInt());
    // Six thousand bases, and six hundred.
    assertEquals(3, test.get("chunks").asInt());
    assertEquals(6600, test.get("bases").asInt());
    assertEquals(1, run.get("splits").get("validation").get("genes").asInt());
    assertEquals(9, run.get("parameters").get("seed").asInt());
    assertTrue(run.get("parameters").get("canonical-only").asBoolean());
    assertEquals("chr2", run.get("parameters").get("test-contigs").get(0).asText());
    assertEquals(0.8, run.get("parameters").get("min-identity").asDouble());
    String genome = DigestUtils.sha256Hex(Files.readAllBytes(folder.resolve("genome.fa")));
    assertEquals(genome, run.get("genome").get("sha256").asText());
    String genes = DigestUtils.sha256Hex(Files.readAllBytes(folder.resolve("genes.gff3")));
    assertEquals(genes, run.get("annotation").get("sha256").asText());
  }

  @Test
  void sitesAndMotifsAreCounted() throws IOException {
    JsonNode test = manifest(made("motifs", "--format=hdf5")).get("splits").get("test");
    assertEquals(3, test.get("donors").asInt());
    assertEquals(3, test.get("acceptors").asInt());
    int motifs = 0;
    for (JsonNode count : test.get("donorMotifs")) {
      motifs += count.asInt();
    }
    assertEquals(3, motifs);
    assertTrue(test.get("donorMotifs").has(CHR2.substring(700, 702)));
    assertTrue(test.get("acceptorMotifs").has(CHR2.substring(1498, 1500)));
  }

  @Test
  void statsAndFastaCountFromOne() throws IOException {
    Path output = made("lists", "--format=parquet --write-fasta");
    assertEquals(
        "chr2\t501\t6500\tENSG02\t1\t+\nchr2\t7001\t7600\tENSG04\t1\t-\n",
        Files.readString(output.resolve("test_stats.txt")));
    List<String> lines = Files.readAllLines(output.resolve("test.fa"));
    assertEquals(">ENSG02 chr2:501-6500(+)", lines.get(0));
    assertEquals(CHR2.substring(500, 6500), String.join("", lines.subList(1, 101)));
    assertEquals(">ENSG04 chr2:7001-7600(-)", lines.get(101));
    byte[] forward = CHR2.substring(7000, 7600).getBytes(StandardCharsets.US_ASCII);
    assertEquals(
        new String(DnaSequence.reverseComplement(forward), StandardCharsets.US_ASCII),
        String.join("", lines.subList(102, lines.size())));
    assertTrue(lines.stream().allMatch(line -> line.length() <= 60));
  }

  @Test
  void aTestGeneThatIsLikeATrainingGeneIsLeftOut() throws IOException {
    Path output = made("compared", "--format=parquet --remove-paralogs --val-split-ratio=0");
    assertEquals(
        "gene\tmatch\tidentity\tcoverage\nENSG02\tENSG01\t1.0000\t1.0000\n",
        Files.readString(output.resolve("removed_paralogs_test.txt")));
    assertEquals(1, Files.readAllLines(output.resolve("test_stats.txt")).size());
    assertFalse(Files.readString(output.resolve("test_stats.txt")).contains("ENSG02"));
    assertTrue(Files.readString(output.resolve("train_stats.txt")).contains("ENSG01"));
    assertEquals(1, manifest(output).get("paralogsRemoved").get("test").asInt());
  }

  @Test
  void aTestGeneWhoseParalogATableNamesIsLeftOut() throws IOException {
    Path output =
        made(
            "known",
            "--format=parquet --paralogs=DIR/paralogs.tsv --parse-type=collapsed"
                + " --val-split-ratio=0");
    assertEquals(
        "gene\tmatch\tidentity\tcoverage\nENSG04\tENSG03\t.\t.\n",
        Files.readString(output.resolve("removed_paralogs_test.txt")));
    assertFalse(Files.readString(output.resolve("test_stats.txt")).contains("ENSG04"));
    Map<String, Boolean> paralog = new java.util.TreeMap<>();
    for (String row : Files.readAllLines(output.resolve("training_table.csv"))) {
      paralog.put(row.substring(0, row.indexOf(',')), row.endsWith(",True"));
    }
    assertEquals(
        Map.of("gene_id", false, "ENSG01", false, "ENSG02", false, "ENSG03", true), paralog);
  }

  @Test
  void theAnnotationTableIsReadBackToTheSameJunctions() throws IOException {
    Path output = made("tables", "--format=parquet --parse-type=collapsed");
    List<Gene> genes = AnnotationReader.read(output.resolve("annotation_table.csv")).genes();
    assertEquals(
        Set.of("ENSG01", "ENSG02", "ENSG03", "ENSG04"),
        Set.copyOf(genes.stream().map(Gene::id).toList()));
    Gene read = genes.stream().filter(g -> g.id().equals("ENSG03")).findFirst().orElseThrow();
    assertEquals("chr1", read.contig());
    assertEquals(Strand.MINUS, read.strand());
    assertEquals(List.of(8000, 9000, 9050, 9500), read.representative().exonStarts());
    assertEquals(List.of(8200, 8300, 9100, 9700), read.representative().exonEnds());
  }

  @Test
  void thereAreNoTablesWithoutCollapsing() throws IOException {
    assertFalse(names(made("canonical", "--format=parquet")).contains("annotation_table.csv"));
  }

  @Test
  void whatWasThereIsReplacedOnlyIfAskedAndOtherPeoplesFilesStay() throws IOException {
    Path output = made("again", "--write-fasta --verify --remove-paralogs --parse-type=collapsed");
    Files.writeString(output.resolve("thesis.txt"), "mine");
    Files.createDirectories(output.resolve("notes"));
    Files.writeString(output.resolve("notes/manifest.json"), "mine");
    Map<String, Long> before = create("again").files();
    create("again").run("--test-contigs=chr2").requireInput("has data already");
    assertEquals(before, create("again").files());
    made("again", "--format=parquet --overwrite --chr-split=test");
    assertEquals(
        Set.of(
            "manifest.json",
            "notes/manifest.json",
            "parquet/test/part-00000.parquet",
            "test_stats.txt",
            "thesis.txt"),
        names(output));
    assertEquals("mine", Files.readString(output.resolve("notes/manifest.json")));
  }

  @Test
  void aRunThatFailsLeavesWhatWasThere() throws IOException {
    made("kept", "--format=parquet");
    Map<String, Long> before = create("kept").files();
    create("kept")
        .run("--overwrite --parse-type=tagged --annotation-gff=DIR/none")
        .requireInput("no such file");
    create("kept").run("--overwrite --biotype=non-coding").requireInput("no gene is left");
    assertEquals(before, create("kept").files());
  }

  @Test
  void oneFilePerSplitTakesThePlaceOfShards() throws IOException {
    assertEquals(
        Set.of(
            "dataset_test.h5",
            "dataset_train.h5",
            "datafile_test.h5",
            "datafile_train.h5",
            "manifest.json",
            "test_stats.txt",
            "train_stats.txt"),
        names(made("single", "--format=hdf5 --single-hdf5 --val-split-ratio=0")));
  }
}
