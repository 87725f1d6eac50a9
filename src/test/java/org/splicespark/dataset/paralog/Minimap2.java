package org.splicespark.dataset.paralog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program that the rule is taken from, where this machine has it. */
final class Minimap2 {
  private final Path folder;

  Minimap2(Path folder) {
    this.folder = folder;
  }

  static boolean isInstalled() {
    try {
      Process process = new ProcessBuilder("minimap2", "--version").start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** All hits, by the preset that OpenSpliceAI uses. */
  List<ParalogMatch> hits(Map<String, String> heldOut, Map<String, String> train)
      throws IOException, InterruptedException {
    Path paf = folder.resolve("hits.paf");
    Process process =
        new ProcessBuilder(
                "minimap2",
                "-c",
                "-x",
                "map-ont",
                fasta("train.fa", train).toString(),
                fasta("heldOut.fa", heldOut).toString())
            .redirectOutput(paf.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("minimap2 failed");
    }
    return Files.readAllLines(paf).stream().map(Minimap2::hit).toList();
  }

  /** PAF: columns 10 and 11 are the matching bases and the block's length. */
  private static ParalogMatch hit(String line) {
    String[] paf = line.split("\t");
    double length = Integer.parseInt(paf[1]);
    int span = Integer.parseInt(paf[3]) - Integer.parseInt(paf[2]);
    double block = Integer.parseInt(paf[10]);
    return new ParalogMatch(paf[0], paf[5], Integer.parseInt(paf[9]) / block, span / length);
  }

  private Path fasta(String name, Map<String, String> genes) throws IOException {
    List<String> lines = new ArrayList<>();
    genes.forEach((gene, bases) -> lines.addAll(List.of(">" + gene, bases)));
    return Files.write(folder.resolve(name), lines);
  }
}
