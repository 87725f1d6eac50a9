package org.splicespark.spark.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import htsjdk.tribble.readers.TabixReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.error.InputException;
import org.splicespark.genome.Strand;
import org.splicespark.model.ModelOpener;
import org.splicespark.model.SiteType;
import org.splicespark.predict.SiteCaller;
import org.splicespark.predict.SitePrediction;
import org.splicespark.predict.StrandScores;
import org.splicespark.predict.TileScorer;
import org.splicespark.predict.Tiling;
import org.splicespark.testing.BigWigPython;
import org.splicespark.testing.LocalCluster;
import org.splicespark.testing.MotifModel;
import org.splicespark.testing.SharedSpark;

/** What the job leaves in its folder. */
@Tag("spark")
class PredictJobTest {
  @TempDir Path folder;

  private Path run(String name, int tile, int partitions) throws IOException {
    Path output = folder.resolve(name);
    Genomes.run(SharedSpark.context(), Genomes.motif(), Genomes.contigs(output, tile, partitions));
    return output;
  }

  @ParameterizedTest
  @CsvSource({"1000,1", "1000,5", "2000,0", "7000,2", "100000,100"})
  void tilesAndTasksChangeNoRowOfAnyFile(int tile, int partitions) throws IOException {
    Map<String, String> one = Genomes.texts(run("one", 100_000, 1));
    assertEquals(20, one.size(), one.keySet().toString());
    one.forEach((name, text) -> assertFalse(text.isEmpty(), name));
    assertEquals(one, Genomes.texts(run("other", tile, partitions)));
  }

  @ParameterizedTest
  @CsvSource({"1000,4", "3000,1"})
  void theSameForGenes(int tile, int partitions) throws IOException {
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    JavaSparkContext spark = SharedSpark.context();
    Genomes.run(spark, Genomes.motif(), Genomes.genes(one, 50_000, 1));
    PredictReport report =
        Genomes.run(spark, Genomes.motif(), Genomes.genes(other, tile, partitions));
    assertEquals(Genomes.texts(one), Genomes.texts(other));
    assertEquals(1050 + 7200 + 1300 + 3000, report.bases());
    long lines = Genomes.texts(one).get("donors.bed.gz").lines().count();
    assertEquals(lines, report.files().get(0).rows());
    assertTrue(lines > 20, lines + " donors");
  }

  @Test
  void theRowsAreWhatTheDomainSaysWithoutSpark() throws IOException {
    Tiling tiling = Tiling.ofContigs(Genomes.GENOME.contigs(), Set.of(Strand.values()), 50_000);
    TileScorer scorer = new TileScorer(Genomes.GENOME, new MotifModel(Genomes.FLANK));
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < tiling.count(); i++) {
      List<StrandScores> scores = scorer.score(tiling.tile(i));
      for (SitePrediction site : new SiteCaller(0.2).sites(scores, SiteType.ACCEPTOR)) {
        expected.add(
            String.format(
                Locale.ROOT,
                "%s\t%d\t%d\t.\t%.6f\t%s",
                site.region().span().contig(),
                site.position(),
                site.position() + 1,
                site.score(),
                site.region().strand().symbol()));
      }
    }
    assertEquals(
        expected, Genomes.text(run("out", 1000, 3).resolve("acceptors.bed.gz")).lines().toList());
    assertTrue(expected.size() > 100, expected.size() + " acceptors");
  }

  @Test
  void everyCompressedFileCanBeAskedForAPlace() throws IOException {
    Path output = run("out", 1000, 4);
    List<String> names = List.of("donors.bed.gz", "acceptors.minus.bedgraph.gz");
    for (String name : names) {
      List<String> found = new ArrayList<>();
      try (TabixReader reader = new TabixReader(output.resolve(name).toString())) {
        TabixReader.Iterator hits = reader.query("chrA", 1500, 2500);
        for (String hit = hits.next(); hit != null; hit = hits.next()) {
          found.add(hit);
        }
      }
      List<String> expected =
          Genomes.text(output.resolve(name))
              .lines()
              .filter(row -> row.startsWith("chrA\t"))
              .filter(row -> Integer.parseInt(row.split("\t")[1]) < 2500)
              .filter(row -> Integer.parseInt(row.split("\t")[2]) > 1500)
              .toList();
      assertFalse(expected.isEmpty());
      assertEquals(expected, found);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theBigWigsHoldWhatTheBedGraphsSay(boolean genes) throws Exception {
    Path output = folder.resolve("out");
    PredictRequest request =
        genes ? Genomes.genes(output, 2000, 3) : Genomes.contigs(output, 2000, 3);
    Genomes.run(SharedSpark.context(), Genomes.motif(), request);
    for (String track : List.of("donors.plus", "donors.minus", "acceptors.minus")) {
      Map<String, float[]> values = values(output.resolve(track + ".bedgraph.gz"));
      BigWigPython.requireSame(output.resolve(track + ".bw"), values, folder);
    }
  }

  private static Map<String, float[]> values(Path bedGraph) {
    Map<String, float[]> values = new LinkedHashMap<>();
    Genomes.GENOME
        .contigs()
        .forEach(
            (contig, length) -> {
              values.put(contig, new float[length]);
              Arrays.fill(values.get(contig), Float.NaN);
            });
    for (String row : Genomes.text(bedGraph).lines().toList()) {
      String[] columns = row.split("\t");
      int start = Integer.parseInt(columns[1]);
      int end = Integer.parseInt(columns[2]);
      Arrays.fill(values.get(columns[0]), start, end, Float.parseFloat(columns[3]));
    }
    return values;
  }

  /** Two genes of a strand share 800 bases, and each is read with few bases around it. */
  @Test
  void whereGenesOverlapATrackHasTheLargerOfTheScoresThatTheSitesHave() throws IOException {
    Path output = folder.resolve("out");
    PredictRequest request = Genomes.genes(output, 1000, 2);
    Genomes.run(SharedSpark.context(), Genomes.motif(), request);
    Map<String, float[]> track = values(output.resolve("donors.minus.bedgraph.gz"));
    Map<Integer, List<Float>> sites = new TreeMap<>();
    for (String row : Genomes.text(output.resolve("donors.bed.gz")).lines().toList()) {
      String[] columns = row.split("\t");
      if (columns[0].equals("chrB") && columns[5].equals("-")) {
        sites
            .computeIfAbsent(Integer.valueOf(columns[1]), p -> new ArrayList<>())
            .add(Float.valueOf(columns[4]));
      }
    }
    sites.forEach(
        (position, scores) ->
            assertEquals(Collections.max(scores), track.get("chrB")[position], 0f));
    assertTrue(sites.values().stream().anyMatch(scores -> scores.size() == 2));
  }

  @Test
  void sparkReadsTheSitesThatTheBedFilesHave() throws IOException {
    Path output = folder.resolve("out");
    Genomes.run(SharedSpark.context(), Genomes.motif(), Genomes.genes(output, 1000, 3));
    List<String> expected = new ArrayList<>();
    for (String type : List.of("donor", "acceptor")) {
      Genomes.text(output.resolve(type + "s.bed.gz"))
          .lines()
          .map(row -> row.split("\t"))
          .forEach(c -> expected.add(String.join(" ", c[0], c[1], c[3], c[4], c[5], type)));
    }
    var table = SharedSpark.session().read().parquet(output.resolve("sites.parquet").toString());
    List<String> actual = new ArrayList<>();
    for (var row : table.collectAsList()) {
      actual.add(
          String.format(
              Locale.ROOT,
              "%s %d %s %.6f %s %s",
              row.<String>getAs("contig"),
              row.<Integer>getAs("position"),
              row.<String>getAs("gene"),
              row.<Float>getAs("probability"),
              row.<String>getAs("strand"),
              row.<String>getAs("type")));
    }
    Collections.sort(expected);
    Collections.sort(actual);
    assertEquals(expected, actual);
    assertTrue(actual.size() > 40, actual.size() + " sites");
  }

  @Test
  void aTaskThatDiesAndRunsAgainLeavesNothingOfItsFirstTry() throws IOException {
    Map<String, String> expected = Genomes.texts(run("one", 1000, 3));
    Path output = folder.resolve("again");
    Genomes.run(SharedSpark.context(), stumbling(1), Genomes.contigs(output, 1000, 3));
    assertEquals(expected, Genomes.texts(output));
  }

  /** Each task fails at its third tile, in its first so many attempts. */
  private static ModelOpener stumbling(int attempts) {
    return (source, compute) ->
        new StumblingModel(
            new MotifModel(Genomes.FLANK), () -> TaskContext.get().attemptNumber() < attempts);
  }

  @Test
  void afterAFailureNothingIsThere() throws IOException {
    Path output = folder.resolve("failed");
    JavaSparkContext spark = SharedSpark.context();
    PredictRequest request = Genomes.contigs(output, 1000, 3);
    assertThrows(Exception.class, () -> Genomes.run(spark, stumbling(99), request));
    assertEquals(Map.of(), Genomes.texts(output));
  }

  @Test
  void whatIsThereIsNotReplacedUnasked() throws IOException {
    Path output = run("out", 1000, 1);
    InputException refused = assertThrows(InputException.class, () -> run("out", 2000, 1));
    assertTrue(refused.getMessage().contains(": exists; give --overwrite"));
    assertEquals(20, Genomes.texts(output).size());
  }

  @Test
  void whatAnEarlierRunLeftOfOtherFilesGoesAndWhatIsNotOursStays() throws IOException {
    Path output = run("out", 1000, 1);
    Files.writeString(output.resolve("notes.txt"), "mine");
    PredictRequest genes = Genomes.first(Genomes.genes(output, 1000, 1), 2);
    Genomes.run(SharedSpark.context(), Genomes.motif(), Genomes.with(genes, true, false));
    assertEquals(
        Set.of(
            "donors.bed.gz",
            "donors.bed.gz.tbi",
            "acceptors.bed.gz",
            "acceptors.bed.gz.tbi",
            "manifest.json",
            "notes.txt"),
        Genomes.texts(output).keySet());
  }

  @Test
  void twoExecutorsWriteWhatOneJvmWrites() throws IOException {
    Map<String, String> expected = Genomes.texts(run("one", 1000, 1));
    Path output = folder.resolve("cluster");
    var session = LocalCluster.start(Map.of());
    try {
      var spark = new JavaSparkContext(session.sparkContext());
      Genomes.run(spark, Genomes.motif(), Genomes.contigs(output, 1000, 6));
    } finally {
      session.stop();
    }
    assertEquals(expected, Genomes.texts(output));
  }
}
