package org.splicespark.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.splicespark.variant.Outcome.Scored;
import org.splicespark.variant.Outcome.Skipped;
import org.splicespark.variant.Score.Peak;

class InfoFieldTest {
  private static final InfoField FIELD = new InfoField("OpenSpliceAI", 2, false);

  private static DeltaScore score(float donorLoss) {
    return new DeltaScore(
        new Peak(0.125f, -3), new Peak(0f, 50), new Peak(0.375f, 2), new Peak(donorLoss, -50));
  }

  @Test
  void anEntryStandsInTheOrderThatDownstreamToolsSplitOn() {
    assertEquals(
        "OpenSpliceAI=T|TANGO2|0.12|0.00|0.38|0.91|-3|50|2|-50",
        FIELD.text(List.of(new Scored("T", "TANGO2", score(0.909f)))));
  }

  @Test
  void halfIsRoundedToEvenAsThePeersPrintIt() {
    assertEquals(
        "K=T|G|0.1|0.0|0.4|0.2|-3|50|2|-50",
        new InfoField("K", 1, false).text(List.of(new Scored("T", "G", score(0.25f)))));
  }

  @Test
  void aZeroFromBelowHasASignOnlyWhereThePeersGiveItOne() {
    Scored scored = new Scored("T", "G", score(-0.001f));
    assertEquals(
        "K=T|G|0.12|0.00|0.38|0.00|-3|50|2|-50",
        new InfoField("K", 2, false).text(List.of(scored)));
    assertEquals(
        "K=T|G|0.12|0.00|0.38|-0.00|-3|50|2|-50",
        new InfoField("K", 2, true).text(List.of(scored)));
  }

  @Test
  void whatHasNoScoreSaysWhyOncePerAllele() {
    List<Outcome> outcomes =
        List.of(
            new Skipped("<DEL>", "A", SkipReason.SYMBOLIC),
            new Skipped("<DEL>", "B", SkipReason.SYMBOLIC),
            new Skipped("*", "A", SkipReason.STAR));
    assertEquals("OpenSpliceAI_STATUS=<DEL>|SYMBOLIC,*|STAR", FIELD.text(outcomes));
  }

  @Test
  void anMnvOfThePublishedScorersHasDotsAndAReason() {
    assertEquals(
        "OpenSpliceAI=AA|G|.|.|.|.|.|.|.|.;OpenSpliceAI_STATUS=AA|MNV",
        FIELD.text(List.of(new Skipped("AA", "G", SkipReason.MNV))));
  }

  @Test
  void aNameCannotBreakTheInfoColumn() {
    assertEquals("a%2Cb%3Bc%3Dd%7Ce%20f%25", InfoField.encoded("a,b;c=d|e f%"));
  }

  @Test
  void aKeyMustBeOneThatVcfAllows() {
    assertThrows(IllegalArgumentException.class, () -> new InfoField("Open-SpliceAI", 2, false));
    assertThrows(IllegalArgumentException.class, () -> new InfoField("9K", 2, false));
  }

  private static String pangolin(int decimals, float gain, float loss, boolean unmaskable) {
    InfoField field =
        new InfoField("P", decimals, true, InfoField.Layout.GENE_CHANGES, "Pangolin splice scores");
    TissueScore score = new TissueScore(new Peak(gain, -3), new Peak(loss, 7), unmaskable);
    return field.text(List.of(new Scored("T", "ENSG1.2", score)));
  }

  @Test
  void pangolinsEntryHasNoAlleleAndAsFewDigitsAsSayTheSame() {
    assertEquals("P=ENSG1.2|-3:0.12|7:-0.9|Warnings:", pangolin(2, 0.125f, -0.9f, false));
    assertEquals("P=ENSG1.2|-3:1.0|7:-0.0|Warnings:", pangolin(2, 1f, -0.004f, false));
    assertEquals("P=ENSG1.2|-3:0.0|7:0.01|Warnings:", pangolin(2, 0f, 0.0149f, false));
    assertEquals("P=ENSG1.2|-3:0.1234|7:-0.5|Warnings:", pangolin(4, 0.12344f, -0.5f, false));
    assertEquals(
        "P=ENSG1.2|-3:0.5|7:0.0|Warnings:NoAnnotatedSitesToMaskForThisGene",
        pangolin(2, 0.5f, 0f, true));
  }

  @Test
  void theHeaderNamesTheFormatThatPangolinsReadersLookFor() {
    String line = Profile.PANGOLIN.info().headerLines("us").get(0);
    assertTrue(
        line.startsWith(
            "##INFO=<ID=Pangolin,Number=.,Type=String,Description=\"Pangolin splice scores by us. "));
    assertTrue(
        line.endsWith("Format: gene|pos:score_change|pos:score_change|warnings,...\">"), line);
  }

  @Test
  void theHeaderOfDeltaScoresEndsWithTheirFormatInEveryProfile() {
    for (Profile profile : Profile.values()) {
      String line = profile.info().headerLines("us").get(0);
      assertTrue(
          profile == Profile.PANGOLIN
              || line.endsWith(
                  "Format: ALLELE|SYMBOL|DS_AG|DS_AL|DS_DG|DS_DL|DP_AG|DP_AL|DP_DG|DP_DL\">"),
          line);
    }
    assertTrue(
        Profile.SPLICEAI
            .info()
            .headerLines("us")
            .get(0)
            .startsWith("##INFO=<ID=SpliceAI,Number=.,Type=String,Description=\"SpliceAI variant"));
  }
}
