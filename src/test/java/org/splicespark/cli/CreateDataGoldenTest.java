package org.splicespark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.testing.PeerFiles;
import org.splicespark.testing.PeerFiles.PeerGene;
import org.splicespark.testing.Reference;
import org.splicespark.testing.SharedSpark;

/** Training data of real genes against what OpenSpliceAI made of them, value for value. */
@Tag("golden")
@Tag("spark")
class CreateDataGoldenTest {
  private static final List<String> ALL = List.of("train", "validation", "test");

  @TempDir Path folder;

  @ParameterizedTest(name = "options: {0}")
  @ValueSource(strings = {"", "--canonical-only", "--partitions 1"})
  void oneContigGivesThePublishedTestSet(String options) throws IOException {
    Path made = made("human", "--chr-split test --split-method random " + options);
    Map<String, PeerGene> expected = expected("human", List.of("test"));
    assertEquals(12, expected.size());
    Map<String, PeerGene> actual = PeerFiles.genes(made, List.of("test"));
    assertEquals(List.copyOf(expected.keySet()), List.copyOf(actual.keySet()), "in its order");
    assertEquals(expected, actual);
    assertEquals(lines("human", List.of("test")), lines(made, List.of("test")));
  }

  /** Which training genes validate is drawn, there without a seed: they are one union here. */
  @ParameterizedTest(name = "options: {0}")
  @ValueSource(strings = {"", "--canonical-only"})
  void twoContigsGiveThePublishedSplits(String options) throws IOException {
    String name = "human-two-contigs";
    Path made = made(name, "--split-method human --val_split_ratio 0.25 " + options);
    assertEquals(expected(name, ALL), PeerFiles.genes(made, ALL));
    List<String> test = List.of("test");
    assertEquals(expected(name, test), PeerFiles.genes(made, test));
    assertEquals(2, PeerFiles.genes(made, List.of("validation")).size());
    assertEquals(
        lines(name, List.of("train", "test")), lines(made, ALL), "the peer's train has both");
  }

  private Path made(String name, String options) throws IOException {
    SharedSpark.session();
    Path genome = Files.copy(Reference.path(name + "/genome.fa"), folder.resolve("genome.fa"));
    Path output = folder.resolve("made");
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    List<String> words = new ArrayList<>(List.of("create-data", "--single-hdf5", "--verify"));
    words.addAll(List.of("--genome-fasta", genome.toString(), "--output-dir", output.toString()));
    words.addAll(List.of("--annotation-gff", Reference.path(name + "/annotation.gff3").toString()));
    words.addAll(List.of(options.strip().split(" +")));
    PrintStream err = new PrintStream(messages, true, StandardCharsets.UTF_8);
    int exit = Main.run(err, err, words.toArray(String[]::new));
    assertEquals(0, exit, messages.toString(StandardCharsets.UTF_8));
    return output;
  }

  private Map<String, PeerGene> expected(String name, List<String> splits) throws IOException {
    Path unpacked = Files.createDirectories(folder.resolve("expected"));
    for (String split : splits) {
      for (String kind : List.of("datafile_", "dataset_")) {
        PeerFiles.unpacked(name + "/expected/create-data/" + kind + split + ".h5", unpacked);
      }
    }
    return PeerFiles.genes(unpacked, splits);
  }

  private static TreeSet<String> lines(String name, List<String> splits) throws IOException {
    return lines(Reference.path(name + "/expected/create-data"), splits);
  }

  /** What the lists of genes say, in no order. */
  private static TreeSet<String> lines(Path folder, List<String> splits) throws IOException {
    TreeSet<String> lines = new TreeSet<>();
    for (String split : splits) {
      lines.addAll(Files.readAllLines(folder.resolve(split + "_stats.txt")));
    }
    return lines;
  }
}
