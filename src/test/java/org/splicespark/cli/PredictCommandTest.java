package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.genome.Strand;
import org.splicespark.io.FastaGenome;
import org.splicespark.model.Flank;
import org.splicespark.testing.Dialects;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.PtFiles;
import org.splicespark.testing.SharedSpark;

/** Command lines of predict, right and wrong, on a network of random weights. */
@Tag("spark")
@Tag("native")
class PredictCommandTest {
  @TempDir Path folder;
  private Invocation predict;

  @BeforeEach
  void makeInputs() throws IOException {
    SharedSpark.session();
    Random random = new Random(4);
    write(
        "genome.fa",
        ">chr1\n%s\n>chr2\n%s\n"
            .formatted(
                MemoryGenome.randomBases(random, 3000), MemoryGenome.randomBases(random, 700)));
    FastaGenome.open(folder.resolve("genome.fa")).close();
    var genes = List.of(Genes.gene("A", "chr1", Strand.MINUS, 100, 200, 400, 1500));
    write("genes.gff3", Dialects.GENCODE_GFF3.text(genes));
    write("others.gff3", Dialects.GENCODE_GFF3.text(genes).replace("chr", "contig"));
    Files.write(folder.resolve("model.pt"), PtFiles.random(Flank.F80, 6));
    predict =
        new Invocation(
            folder,
            "predict",
            Map.of("-i", "DIR/genome.fa", "-m", "DIR/model.pt", "-o", "DIR/out"));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private List<String> rows(String file) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(folder.resolve(file)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--strand=x,--strand must be",
    "--threshold=1.5,--threshold must be",
    "--tile=1500,--tile must be",
    "--tile=0,--tile must be",
    "--partitions=-1,--partitions must be",
    "--device=tpu,--device must be",
    "--gene-flank=10,--gene-flank needs -a",
    "--gene-flank=-2 -a=DIR/genes.gff3,--gene-flank must be",
    "--tracks=wig,--tracks",
    "-o=none,--output-dir"
  })
  void aWrongOptionIsNamedAndNothingIsRead(String changes, String fragment) {
    predict.run(changes).requireUsage(fragment);
    assertTrue(Files.notExists(folder.resolve("out")));
  }

  @ParameterizedTest
  @CsvSource({
    "-f=400,model.pt: has a flank of 80; not 400",
    "-i=DIR/no.fa,no.fa: no such file",
    "-m=DIR/no.pt,no.pt: no such file",
    "-a=DIR/others.gff3,others.gff3: no contig in common",
    "-o=DIR/genome.fa,genome.fa: is a file; not a folder",
    "-o=/proc/none/out,/proc/none/out/.splicespark-unfinished: cannot be written"
  })
  void anInputThatCannotBeUsedIsNamedInOneLine(String changes, String fragment) throws IOException {
    Map<String, Long> before = predict.files();
    predict.run(changes).requireInput(fragment.replace(';', ','));
    assertEquals(before, predict.files());
  }

  @Test
  void settingsOfSparkWhichMayBeSecretsAreNotInTheManifest() throws IOException {
    predict.run("--conf=spark.hadoop.fs.s3a.secret.key=hush").requireDone();
    assertFalse(Files.readString(folder.resolve("out/manifest.json")).contains("hush"));
  }

  @Test
  void aTemperatureChangesScoresUnlessItIsOne() throws IOException {
    write("ones.txt", "[1.0 1.0 1.0]");
    write("warm.txt", "[1.5 0.8 2.0]");
    predict.run("-t=0").requireDone();
    predict.run("-t=0 -o=DIR/ones --temperature=DIR/ones.txt").requireDone();
    predict.run("-t=0 -o=DIR/warm --temperature=DIR/warm.txt").requireDone();
    assertEquals(rows("out/donors.bed.gz"), rows("ones/donors.bed.gz"));
    assertNotEquals(rows("out/donors.bed.gz"), rows("warm/donors.bed.gz"));
    assertTrue(Files.readString(folder.resolve("warm/manifest.json")).contains("1.5"));
  }

  @Test
  void everyBaseOfBothStrandsHasARowAtAThresholdOfZero() throws IOException {
    predict.run("-t=0 -f=80 --tracks=bedgraph").requireDone();
    assertEquals(2 * 3700, rows("out/donors.bed.gz").size());
    assertEquals(2 * 3700, rows("out/acceptors.bed.gz").size());
    assertEquals("chr1\t0\t1\t.\t", rows("out/donors.bed.gz").get(0).substring(0, 11));
    long bases =
        rows("out/acceptors.minus.bedgraph.gz").stream()
            .map(row -> row.split("\t"))
            .mapToLong(row -> Long.parseLong(row[2]) - Long.parseLong(row[1]))
            .sum();
    assertEquals(3700, bases);
    assertTrue(Files.exists(folder.resolve("out/acceptors.minus.bedgraph.gz.tbi")));
  }

  @Test
  void aStrandAloneIsHalfOfBoth() throws IOException {
    predict.run("-t=0").requireDone();
    List<String> minus =
        rows("out/donors.bed.gz").stream().filter(row -> row.endsWith("\t-")).toList();
    predict.run("-t=0 --strand=- --overwrite").requireDone();
    assertEquals(minus, rows("out/donors.bed.gz"));
  }

  @Test
  void genesAreAskedAboutInTheirBodies() throws IOException {
    predict.run("-t=0 -a=DIR/genes.gff3 --peer-bed").requireDone();
    List<String> rows = rows("out/donors.bed.gz");
    assertEquals(1400, rows.size());
    assertTrue(rows.get(0).startsWith("chr1\t100\t101\tA\t"), rows.get(0));
    assertTrue(rows.stream().allMatch(row -> row.endsWith("\t-")));
    String peer = Files.readString(folder.resolve("out/donor_predictions.bed"));
    assertTrue(peer.contains(" chr1:61-1540(-)_Donor\t"), peer.lines().findFirst().orElse(""));
  }

  @Test
  void tracksOfGenesAndATableOfSitesAreWrittenIfAskedFor() throws IOException {
    predict.run("-a=DIR/genes.gff3 --tracks=both --parquet --resume").requireDone();
    for (String name : List.of("donors.plus.bw", "acceptors.minus.bw", "sites.parquet")) {
      assertTrue(Files.exists(folder.resolve("out/" + name)), name);
    }
    List<String> rows = rows("out/donors.minus.bedgraph.gz");
    assertTrue(rows.get(0).startsWith("chr1\t100\t"), rows.get(0));
    JsonNode run = new ObjectMapper().readTree(folder.resolve("out/manifest.json").toFile());
    JsonNode pace = run.path("throughput");
    assertTrue(pace.path(pace.size() - 1).path("done").asLong() > 0, run.toString());
    assertEquals(1, run.get("genes").get("read").asInt());
    assertEquals("both", run.get("parameters").get("tracks").asText().toLowerCase(Locale.ROOT));
    List<String> names = run.get("files").findValuesAsText("name");
    assertTrue(names.contains("acceptors.plus.bw") && names.contains("sites.parquet"), "" + names);
    predict.run("--overwrite").requireDone();
    assertTrue(Files.notExists(folder.resolve("out/donors.plus.bw")));
    assertTrue(Files.notExists(folder.resolve("out/sites.parquet")));
  }

  @Test
  void filesWithoutRowsAreFilesAllTheSame() throws IOException {
    predict.run("-a=DIR/genes.gff3 --strand=+ --parquet").requireDone();
    assertEquals(List.of(), rows("out/donors.bed.gz"));
    var table = SharedSpark.session().read().parquet(folder.resolve("out/sites.parquet") + "");
    assertEquals(0, table.count());
    assertEquals(7, table.columns().length);
    assertTrue(Files.size(folder.resolve("out/donors.bed.gz.tbi")) > 0);
  }

  @Test
  void tilesMoveAScoreOfANetworkByTheLastDigitAtMost() throws IOException {
    predict.run("-t=0 --tile=1000").requireDone();
    List<String> some = rows("out/donors.bed.gz");
    predict.run("-t=0 --overwrite").requireDone();
    List<String> others = rows("out/donors.bed.gz");
    assertEquals(some.size(), others.size());
    for (int i = 0; i < some.size(); i++) {
      String[] one = some.get(i).split("\t");
      String[] other = others.get(i).split("\t");
      assertEquals(Double.parseDouble(one[4]), Double.parseDouble(other[4]), 1.01e-6);
      one[4] = other[4];
      assertEquals(others.get(i), String.join("\t", one));
    }
  }

  @Test
  void theManifestSaysWhatWasRun() throws IOException {
    predict.run("-t=0.25 -a=DIR/genes.gff3").requireDone();
    JsonNode run = new ObjectMapper().readTree(folder.resolve("out/manifest.json").toFile());
    assertEquals("splicespark predict", run.get("program").asText());
    assertEquals(0.25, run.get("parameters").get("threshold").asDouble());
    assertEquals(64, run.get("annotation").get("sha256").asText().length());
    assertEquals(1400, run.get("bases").asInt());
    assertEquals("donors.bed.gz", run.get("files").get(0).get("name").asText());
    assertEquals(rows("out/donors.bed.gz").size(), run.get("files").get(0).get("rows").asInt());
  }

  @Test
  void whatIsThereIsReplacedOnlyIfTold() {
    predict.run("").requireDone();
    predict.run("").requireInput("exists; give --overwrite");
    predict.run("--overwrite").requireDone();
  }
}
