package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.testing.Reference;
import org.splicespark.testing.SharedSpark;

/**
 * OpenSpliceAI's {@code predict} beside ours: the same rows, scores within 2e-6.
 *
 * <p>Neither of its runs has a sequence over 1.5 million bases, so it split none and wrote no row
 * twice. With genes it also writes rows of the flanks that it reads around a gene; what lies beyond
 * those is N to it, so the scores there are those of no sequence in the genome. Ours end with the
 * gene's body: its four rows in flanks are named.
 */
@Tag("golden")
@Tag("native")
@Tag("spark")
class PredictGoldenTest {
  private static final double TOLERANCE = 2e-6;
  private static final double THRESHOLD = 0.01;

  /** Rows of the peer in flanks: contig, start, gene's sequence. */
  private static final Set<String> IN_FLANKS =
      Set.of(
          "chr1 228848 gene-SCARF2 chr1:228671-242312(-)_Acceptor -",
          "chr2 114972 gene-RANBP1 chr2:103427-115078(+)_Donor +",
          "chr2 138706 gene-CCDC188 chr2:135739-138778(-)_Donor -",
          "chr2 135747 gene-CCDC188 chr2:135739-138778(-)_Donor -");

  @TempDir Path folder;

  @Test
  void everyRowOfAWholeContigIsThePeers() throws IOException {
    Path ours = predict("human", "80nt", "--strand + -f 80");
    assertEquals(1326, requireSame(ours, "human", "donor_predictions.bed", Set.of()));
    assertEquals(1387, requireSame(ours, "human", "acceptor_predictions.bed", Set.of()));
  }

  @Test
  void everyRowOfGenesIsThePeersButThoseInFlanks() throws IOException {
    String annotation = Reference.path("human-two-contigs/annotation.gff3").toString();
    Path ours = predict("human-two-contigs", "400nt", "-f 400 -a " + annotation);
    String name = "human-two-contigs";
    assertEquals(192 - 3, requireSame(ours, name, "donor_predictions.bed", IN_FLANKS));
    assertEquals(181 - 1, requireSame(ours, name, "acceptor_predictions.bed", IN_FLANKS));
  }

  private Path predict(String name, String models, String options) throws IOException {
    SharedSpark.session();
    Path genome =
        Files.copy(
            Reference.path(name + "/genome.fa"),
            folder.resolve("genome.fa"),
            StandardCopyOption.REPLACE_EXISTING);
    Path output = folder.resolve("out");
    // A little below the peer's threshold, so that a row at its edge can be found.
    String line =
        "predict --peer-bed -t 0.0099 -i %s -m %s -o %s %s"
            .formatted(
                genome, Reference.path("models/openspliceai-mane/" + models), output, options);
    Ended.of(line.split(" +")).requireDone();
    return output;
  }

  /**
   * @param named rows of the peer that ours are not to have
   * @return how many rows are the same
   */
  private static int requireSame(Path output, String name, String file, Set<String> named)
      throws IOException {
    Map<String, Double> expected = rows(Reference.path(name + "/expected/predict/" + file));
    Map<String, Double> actual = rows(output.resolve(file));
    Set<String> missing = new TreeSet<>(expected.keySet());
    missing.removeAll(actual.keySet());
    Set<String> known = new TreeSet<>(expected.keySet());
    known.retainAll(named);
    assertEquals(known, missing);
    Set<String> more = new TreeSet<>();
    actual.forEach(
        (row, score) -> {
          if (score >= THRESHOLD + TOLERANCE && !expected.containsKey(row)) {
            more.add(row);
          }
        });
    assertEquals(Set.of(), more);
    expected.keySet().removeAll(missing);
    double apart = 0;
    for (Map.Entry<String, Double> row : expected.entrySet()) {
      double here = Math.abs(row.getValue() - actual.get(row.getKey()));
      assertTrue(here <= TOLERANCE + 1e-9, row + " " + actual.get(row.getKey()));
      apart = Math.max(apart, here);
    }
    System.out.printf("%s %s: %d rows, %.7f apart%n", name, file, expected.size(), apart);
    return expected.size();
  }

  /** Scores by contig, start, name and strand, and the seventh column where there is one. */
  private static Map<String, Double> rows(Path bed) throws IOException {
    Map<String, Double> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(bed)) {
      String[] columns = line.split("\t");
      assertEquals(Integer.parseInt(columns[1]) + 1, Integer.parseInt(columns[2]), line);
      String key = columns[0] + " " + columns[1] + " " + columns[3] + " " + columns[5];
      key += columns.length > 6 ? " " + columns[6] : "";
      assertEquals(null, rows.put(key, Double.valueOf(columns[4])), "twice: " + line);
    }
    return rows;
  }
}
