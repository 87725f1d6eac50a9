package org.splicespark.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
}
