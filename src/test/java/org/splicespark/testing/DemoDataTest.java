package org.splicespark.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.splicespark.djl.CheckpointFiles;
import org.splicespark.djl.DjlModels;
import org.splicespark.genome.DnaSequence;
import org.splicespark.model.Batch;
import org.splicespark.model.Compute;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SiteType;
import org.splicespark.model.SpliceModel;

class DemoDataTest {
  private static final Path FOLDER = Path.of("models/demo");
  private static final int HALF = 40;

  /** To make them anew: run DemoData's main with the argument models/demo. */
  @Test
  void theFilesInTheFolderAreWhatTheGeneratorMakes() throws IOException {
    for (Map.Entry<String, byte[]> file : DemoData.files().entrySet()) {
      assertArrayEquals(
          file.getValue(), Files.readAllBytes(FOLDER.resolve(file.getKey())), file.getKey());
    }
  }

  @Test
  @Tag("native")
  void theModelKnowsTheStrongSitesAndLittleElse() {
    DemoGenome genome = new DemoGenome();
    for (DemoGene gene : DemoGenome.GENES) {
      Probabilities scores = scores(genome, gene);
      int sites = 0;
      for (int i = 0; i < gene.introns(); i++) {
        float donor = scores.at(0, SiteType.DONOR, read(genome, gene, gene.donor(i)));
        float acceptor = scores.at(0, SiteType.ACCEPTOR, read(genome, gene, gene.acceptor(i)));
        boolean weak = i % 3 == 2;
        assertEquals(weak ? 0.4 : 0.93, donor, weak ? 0.3 : 0.02, gene.name() + " donor " + i);
        assertEquals(
            weak ? 0.4 : 0.93, acceptor, weak ? 0.3 : 0.02, gene.name() + " acceptor " + i);
      }
      for (SiteType type : new SiteType[] {SiteType.DONOR, SiteType.ACCEPTOR}) {
        for (float score : scores.track(0, type, 0, scores.length())) {
          sites += score > 0.05 ? 1 : 0;
        }
      }
      assertTrue(sites < scores.length() / 50, sites + " places look like sites");
    }
  }

  /** Of the gene's contig as the gene is read. */
  private static Probabilities scores(DemoGenome genome, DemoGene gene) {
    String margin = "N".repeat(HALF);
    String plus = genome.bases(gene.contig(), 0, genome.lengths().get(gene.contig()));
    byte[] window = (margin + plus + margin).getBytes(StandardCharsets.US_ASCII);
    byte[] read = gene.plus() ? window : DnaSequence.reverseComplement(window);
    try (SpliceModel model =
        DjlModels.open(CheckpointFiles.read(FOLDER.resolve("motif_80nt.pt")), Compute.cpu())) {
      return model.score(Batch.of(List.of(read)));
    }
  }

  private static int read(DemoGenome genome, DemoGene gene, int place) {
    return gene.plus() ? place : genome.lengths().get(gene.contig()) - 1 - place;
  }
}
