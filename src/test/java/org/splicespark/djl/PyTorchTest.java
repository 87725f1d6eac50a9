package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.genome.DnaSequence;
import org.splicespark.model.Batch;
import org.splicespark.model.Compute;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SiteType;
import org.splicespark.model.SpliceModel;
import org.splicespark.testing.Reference;

/**
 * Published weights on human sequence, here and in Python's PyTorch. Skipped where it is absent.
 */
@Tag("native")
@Tag("golden")
class PyTorchTest {
  private static final int OUTPUTS = 201;
  private static final double TOLERANCE = 2e-6;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {80, 400, 2000, 10000})
  void publishedModelsAnswerAsInPyTorch(int flank) throws Exception {
    PythonTorch python = PythonTorch.orSkipped(folder);
    Path published = published(flank);
    List<byte[]> windows = spliceSites(flank);
    float[] expected = answers(python, published, windows);
    try (SpliceModel model = DjlModels.open(CheckpointFiles.read(published), Compute.cpu())) {
      Probabilities actual = model.score(Batch.of(windows));
      double apart = Windows.apart(expected, actual.values());
      System.out.println("flank " + flank + ": " + apart + " from PyTorch");
      assertTrue(apart < TOLERANCE, apart + " apart");
      double site = highest(actual);
      assertTrue(site > 0.3, "the windows hold no site, only " + site);
    }
  }

  private static Path published(int flank) {
    return Reference.path("models/openspliceai-mane/" + flank + "nt/model_" + flank + "nt_rs10.pt");
  }

  private static double highest(Probabilities answers) {
    double highest = 0;
    for (int n = 0; n < answers.count(); n++) {
      for (float donor : answers.track(n, SiteType.DONOR, 0, answers.length())) {
        highest = Math.max(highest, donor);
      }
    }
    return highest;
  }

  /** Windows about the ends of a gene's exons, one of them read backwards, one full of N. */
  private static List<byte[]> spliceSites(int flank) throws IOException {
    byte[] contig = contig();
    String[] gene = line("human/annotation.txt", "DGCR8").split("\t");
    int[] ends = Arrays.stream(gene[6].split(",")).mapToInt(Integer::parseInt).toArray();
    List<byte[]> windows = new ArrayList<>();
    for (int i = 1; i < 9; i++) {
      int from = ends[i] - (flank + OUTPUTS) / 2;
      windows.add(Arrays.copyOfRange(contig, from, from + flank + OUTPUTS));
    }
    windows.set(2, DnaSequence.reverseComplement(windows.get(2)));
    Arrays.fill(windows.get(3), 0, (flank + OUTPUTS) / 3, (byte) 'N');
    return windows;
  }

  private static byte[] contig() throws IOException {
    try (Stream<String> lines = Files.lines(Reference.path("human/genome.fa"))) {
      StringBuilder bases = new StringBuilder();
      lines.skip(1).forEach(bases::append);
      return bases.toString().getBytes(StandardCharsets.US_ASCII);
    }
  }

  private static String line(String file, String start) throws IOException {
    try (Stream<String> lines = Files.lines(Reference.path(file))) {
      return lines.filter(line -> line.startsWith(start + "\t")).findFirst().orElseThrow();
    }
  }

  private static float[] answers(PythonTorch python, Path checkpoint, List<byte[]> windows)
      throws Exception {
    Path input = python.file("windows.txt");
    Files.write(
        input, windows.stream().map(w -> new String(w, StandardCharsets.US_ASCII)).toList());
    python.run("padded_net.py", checkpoint, input, python.file("answers"));
    return python.floats("answers");
  }
}
