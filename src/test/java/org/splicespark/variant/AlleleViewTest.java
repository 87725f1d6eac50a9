package org.splicespark.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.splicespark.genome.Annotation;
import org.splicespark.genome.Strand;
import org.splicespark.model.SiteType;
import org.splicespark.testing.Genes;
import org.splicespark.testing.MemoryGenome;
import org.splicespark.testing.MotifModel;
import org.splicespark.variant.Outcome.Scored;
import org.splicespark.variant.Score.Peak;

class AlleleViewTest {
  private static final String BASES = MemoryGenome.randomBases(new Random(7), 600);
  private static final Annotation GENES =
      new Annotation(
          List.of(
              Genes.gene("PLUS", "chr1", Strand.PLUS, 0, 200, 400, 600),
              Genes.gene("MINUS", "chr1", Strand.MINUS, 100, 290, 320, 500)));

  private static VariantScorer scorer() {
    MemoryGenome genome = new MemoryGenome().with("chr1", BASES);
    AlleleScorer windows = new WindowScorer(new MotifModel(20), genome, 4);
    return new VariantScorer(genome, GENES, windows, new ScoringParameters(40, false, false));
  }

  private static VariantRecord replacing(int bases, String alt) {
    String anchor = BASES.substring(300, 301);
    return new VariantRecord("chr1", 300, BASES.substring(300, 300 + bases), List.of(anchor + alt));
  }

  @Test
  void tracksAreWhatTheDeltaScoresWereFoundIn() {
    for (VariantRecord record :
        List.of(replacing(7, ""), replacing(1, "GGTAAG"), replacing(2, "G"))) {
      List<AlleleView> views = scorer().views(record);
      List<Outcome> outcomes = scorer().score(List.of(record)).get(0);
      assertEquals(2, views.size());
      for (int i = 0; i < views.size(); i++) {
        AlleleView view = views.get(i);
        assertEquals(((Scored) outcomes.get(i)).score(), view.score());
        assertEquals(outcomes.get(i).symbol(), view.gene().symbol());
        requireThere(view, SiteType.DONOR, view.score().donorGain(), 1);
        requireThere(view, SiteType.DONOR, view.score().donorLoss(), -1);
        requireThere(view, SiteType.ACCEPTOR, view.score().acceptorLoss(), -1);
      }
    }
  }

  private static void requireThere(AlleleView view, SiteType type, Peak peak, int sign) {
    int at = peak.position() - view.fromPos(0);
    assertTrue(at >= 0 && at < view.bases());
    float change = view.alternate(type)[at] - view.reference(type)[at];
    assertEquals(peak.score(), sign * change, 1e-6);
  }

  @Test
  void thereIsNoViewOfWhatIsNotScored() {
    VariantRecord wrong = new VariantRecord("chr1", 300, "N", List.of("A"));
    assertEquals(List.of(), scorer().views(wrong));
  }
}
