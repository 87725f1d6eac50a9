package org.splicespark.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.splicespark.genome.Strand;
import org.splicespark.model.SiteType;

class SiteCallerTest {
  private static final Region PLUS = Region.ofContig("chr1", 100, Strand.PLUS);
  private static final Region MINUS = Region.ofContig("chr1", 100, Strand.MINUS);

  private static StrandScores donors(Region region, int start, float... scores) {
    return new StrandScores(region, start, new float[scores.length], scores);
  }

  @Test
  void sitesAreThoseAtTheThresholdOrAboveByPositionThenPlusFirst() {
    List<SitePrediction> sites =
        new SiteCaller(0.5)
            .sites(
                List.of(
                    donors(MINUS, 10, 0.9f, 0.4f, Float.NaN, 0.7f),
                    donors(PLUS, 10, 0.5f, 0.49999f, 1f, 0.6f)),
                SiteType.DONOR);
    List<String> told =
        sites.stream().map(s -> s.position() + "" + s.region().strand().symbol()).toList();
    assertEquals(List.of("10+", "10-", "12+", "13+", "13-"), told);
    assertEquals(0.9f, sites.get(1).score());
  }

  @Test
  void aTypeHasItsOwnScores() {
    StrandScores scores = donors(PLUS, 10, 0.9f);
    assertEquals(1, new SiteCaller(0.5).sites(List.of(scores), SiteType.DONOR).size());
    assertEquals(0, new SiteCaller(0.5).sites(List.of(scores), SiteType.ACCEPTOR).size());
  }

  @ParameterizedTest
  @CsvSource({"PLUS,DONOR,51", "PLUS,ACCEPTOR,49", "MINUS,DONOR,49", "MINUS,ACCEPTOR,51"})
  void theIntronLiesBehindADonorAndBeforeAnAcceptorAsTheStrandIsRead(
      Strand strand, SiteType type, int expected) {
    Region region = strand == Strand.PLUS ? PLUS : MINUS;
    assertEquals(expected, new SitePrediction(region, 50, type, 1f).intronPosition());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.01, Double.NaN})
  void aThresholdThatIsNoProbabilityIsRefused(double threshold) {
    assertThrows(IllegalArgumentException.class, () -> new SiteCaller(threshold));
  }
}
