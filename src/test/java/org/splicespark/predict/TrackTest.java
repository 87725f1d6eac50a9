package org.splicespark.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.splicespark.genome.Interval;
import org.splicespark.genome.Strand;
import org.splicespark.model.SiteType;

/** One value for each base. */
class TrackTest {
  private static final float NONE = Float.NaN;

  private static StrandScores donors(Strand strand, String gene, int start, float... values) {
    Interval span = new Interval("chr1", start, start + values.length);
    Region region = new Region(span, span, strand, gene, gene);
    return new StrandScores(region, start, new float[values.length], values);
  }

  private static List<Track.Stretch> plus(List<StrandScores> scores) {
    return new Track(SiteType.DONOR, Strand.PLUS).of(scores);
  }

  @Test
  void aBaseOfSeveralGenesHasTheLargestOfTheirScoresInWhateverOrderTheyCome() {
    List<StrandScores> scores = new ArrayList<>();
    scores.add(donors(Strand.PLUS, "a", 10, 0.1f, 0.2f, 0.3f, NONE, NONE));
    scores.add(donors(Strand.PLUS, "b", 12, 0.25f, 0.5f, NONE, 0.75f));
    scores.add(donors(Strand.PLUS, "c", 11, 0.9f));
    scores.add(donors(Strand.MINUS, "d", 10, 1f, 1f, 1f));
    for (int i = 0; i < scores.size(); i++) {
      Collections.rotate(scores, 1);
      List<Track.Stretch> track = plus(scores);
      assertEquals(1, track.size());
      assertEquals(10, track.get(0).start());
      float[] expected = {0.1f, 0.9f, 0.3f, 0.5f, NONE, 0.75f};
      assertArrayEquals(expected, track.get(0).values());
    }
  }

  @Test
  void stretchesThatTouchAreOneAndOthersStayApart() {
    List<Track.Stretch> track =
        plus(
            List.of(
                donors(Strand.PLUS, "c", 20, 0.5f),
                donors(Strand.PLUS, "b", 11, 0.3f, 0.4f),
                donors(Strand.PLUS, "a", 10, 0.2f)));
    assertEquals(List.of(10, 20), track.stream().map(Track.Stretch::start).toList());
    assertEquals(List.of(13, 21), track.stream().map(Track.Stretch::end).toList());
  }

  @Test
  void roundedIsTheNearestNumberToWhatIsPrinted() {
    for (float value : new float[] {0, 1, 0.1234567f, 4.9e-7f, 5.1e-7f, 0.999_999_7f}) {
      StringBuilder printed = new StringBuilder();
      SixDecimals.append(printed, value);
      assertEquals(Float.parseFloat("" + printed), SixDecimals.rounded(value));
    }
    assertEquals(NONE, SixDecimals.rounded(NONE));
  }
}
