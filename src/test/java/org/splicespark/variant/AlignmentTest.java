package org.splicespark.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.splicespark.genome.Strand;
import org.splicespark.testing.Genes;

/** Where zeros go and what is the largest of what, with two bases looked at before POS. */
class AlignmentTest {
  private static final TargetGene GENE =
      TargetGene.of(Genes.gene("G", "chr1", Strand.PLUS, 0, 100));

  private static String aligned(Rules rules, String ref, String alt, String track) {
    float[] values = new float[track.split(" ").length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(track.split(" ")[i]);
    }
    Query query = rules.query(GENE, new Allele("chr1", 50, ref, alt), 2);
    assertEquals(query.alternateOutputs(), values.length, "the track of this test");
    float[] aligned = Alignment.of(values, query, rules);
    assertEquals(query.referenceOutputs(), aligned.length);
    return Arrays.toString(aligned).replaceAll("[\\[\\],]|\\.0", "");
  }

  @ParameterizedTest
  @CsvSource({
    "G, T, 1 2 3 4 5 6, 1 2 3 4 5 6",
    "GA, TC, 1 2 3 4 5 6, 1 2 3 4 5 6",
    "GAAG, G, 1 2 3 4 5, 1 2 0 0 0 3 4 5",
    "GAC, TT, 1 2 3 4 5 6 7, 1 2 0 3 4 5 6 7",
    "G, GTT, 1 2 3 9 4 5 6 7, 1 2 9 5 6 7",
    "GA, CTTC, 1 2 3 4 9 5 6 7, 1 2 9 5 6 7",
    "GA, CTTC, 1 2 3 4 5 9 6 7, 1 2 5 9 6 7",
  })
  void ciSpliceAiLinesUpAtPos(String ref, String alt, String track, String expected) {
    assertEquals(expected, aligned(Rules.CI_SPLICEAI, ref, alt, track));
  }

  @ParameterizedTest
  @CsvSource({
    "G, T, 1 2 3 4 5, 1 2 3 4 5",
    "GAT, TCG, 1 2 3 4 5 6 7, 1 2 3 4 5 6 7",
    "GAAG, G, 1 2 3 4 5, 1 2 3 0 0 0 4 5",
    "G, GTT, 1 2 3 9 4 5 6, 1 2 9 5 6",
    "G, GTT, 1 2 3 4 5 9 6, 1 2 5 9 6",
  })
  void pangolinLinesUpBehindTheAnchor(String ref, String alt, String track, String expected) {
    assertEquals(expected, aligned(Rules.PANGOLIN, ref, alt, track));
  }
}
