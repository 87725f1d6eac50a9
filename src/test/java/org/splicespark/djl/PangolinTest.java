package org.splicespark.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.splicespark.genome.DnaSequence;
import org.splicespark.genome.Genome;
import org.splicespark.io.FastaGenome;
import org.splicespark.model.Batch;
import org.splicespark.model.Channels;
import org.splicespark.model.Compute;
import org.splicespark.model.Family;
import org.splicespark.model.ModelSource;
import org.splicespark.model.Probabilities;
import org.splicespark.model.SpliceModel;
import org.splicespark.model.Tile;
import org.splicespark.model.TileAnswer;
import org.splicespark.testing.Reference;

/** Pangolin's own files, and what its program answered. */
@Tag("golden")
@Tag("native")
class PangolinTest {
  private static final String CONTIG = "chr22_20M";
  private static final int OUTPUTS = 101;
  private static final int HALF = 5000;

  @TempDir Path folder;

  @Test
  void theTwelvePublishedFilesAreOneModelOfFourTissues() {
    ModelSource source = CheckpointFiles.read(Reference.path("models/pangolin"));
    assertEquals(Family.PANGOLIN, source.family());
    assertEquals(10000, source.flank());
    assertEquals(12, source.members().size());
    assertEquals(Channels.tissues(List.of("heart", "liver", "brain", "testis")), source.channels());
  }

  @Test
  void itsAnswersAreThoseOfPangolin() throws IOException {
    JsonNode windows =
        new ObjectMapper()
            .readTree(Reference.path("models/pangolin/expected.json").toFile())
            .path("windows");
    ModelSource source = CheckpointFiles.read(Reference.path("models/pangolin"));
    assertEquals(3, windows.size());
    try (FastaGenome genome = FastaGenome.open(Reference.genomeIn(folder));
        SpliceModel model = DjlModels.open(source, Compute.cpu())) {
      for (JsonNode window : windows) {
        boolean plus = window.path("strand").asText().equals("+");
        byte[] bases = bases(genome, window.path("position").asInt() - 1, plus);
        agree(window.path("tissues"), model.score(Batch.of(List.of(bases))), plus);
        if (window == windows.get(0)) {
          TileAnswer tile = model.edits().orElseThrow().score(new Tile(bases, OUTPUTS, List.of()));
          agree(window.path("tissues"), tile.reference(), plus);
        }
      }
    }
  }

  private static byte[] bases(Genome genome, int position, boolean plus) {
    int reach = HALF + OUTPUTS / 2;
    byte[] bases = genome.basesPadded(CONTIG, position - reach, position + reach + 1);
    return plus ? bases : DnaSequence.reverseComplement(bases);
  }

  private static void agree(JsonNode tissues, Probabilities answer, boolean plus) {
    assertEquals(4, tissues.size());
    double most = 0;
    for (int tissue = 0; tissue < tissues.size(); tissue++) {
      assertEquals(OUTPUTS, tissues.get(tissue).size());
      for (int i = 0; i < OUTPUTS; i++) {
        double expected = tissues.get(tissue).get(i).asDouble();
        float found = answer.at(0, tissue, plus ? i : OUTPUTS - 1 - i);
        most = Math.max(most, Math.abs(expected - found));
      }
    }
    assertTrue(most <= 2e-6, "differs by " + most);
  }
}
