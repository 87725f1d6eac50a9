package org.splicespark.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.splicespark.model.ModelSource.Member;

class ChannelsTest {
  private static final Channels HEART = Channels.tissues(List.of("heart"));
  private static final Channels BRAIN = Channels.tissues(List.of("brain"));

  /** Answers the number of the base's place in its sequence, and the same plus a half. */
  private record Counting(Channels channels) implements SpliceModel {
    @Override
    public int flank() {
      return 2;
    }

    @Override
    public Probabilities score(Batch batch) {
      int outputs = batch.length() - 2;
      float[] values = new float[batch.count() * channels.count() * outputs];
      for (int i = 0; i < values.length; i++) {
        values[i] = i;
      }
      return new Probabilities(channels, batch.count(), outputs, values);
    }

    @Override
    public void close() {}
  }

  @Test
  void channelsOfSitesAreInTheOrderOfTheSiteTypes() {
    for (SiteType type : SiteType.values()) {
      String name = type.name().toLowerCase(java.util.Locale.ROOT);
      assertEquals(name, Channels.SITES.names().get(type.channel()));
    }
  }

  @Test
  void valuesAreFoundBySequenceChannelAndPosition() {
    Channels four = Channels.tissues(List.of("a", "b", "c", "d"));
    Batch batch = Batch.of(List.of("ACGTAC".getBytes(), "ACGTAC".getBytes()));
    try (SpliceModel model = new Ensemble(List.of(new Counting(four), new Counting(four)))) {
      Probabilities answer = model.score(batch);
      assertEquals(four, answer.channels());
      assertEquals(4 * (4 + 2) + 3, answer.at(1, 2, 3));
      assertArrayEquals(new float[] {12 + 1, 12 + 2}, answer.track(0, 3, 1, 2));
    }
  }

  @Test
  void anEnsembleAnswersOneThing() {
    List<Counting> members = List.of(new Counting(HEART), new Counting(Channels.SITES));
    assertThrows(IllegalArgumentException.class, () -> new Ensemble(members));
  }

  @Test
  void aSourceTellsWhatItsMembersAnswerTogether() {
    List<Member> members =
        List.of(member(HEART), member(HEART), member(HEART), member(BRAIN), member(BRAIN));
    assertEquals(
        Channels.tissues(List.of("heart", "brain")), new ModelSource(members, 80).channels());
    ModelSource sites = new ModelSource(List.of(new Member("m", "0", new byte[0])), 80);
    assertEquals(Channels.SITES, sites.channels());
  }

  @Test
  void sitesAndTissuesDoNotGoSideBySide() {
    ModelSource mixed = new ModelSource(List.of(member(HEART), member(Channels.SITES)), 80);
    assertThrows(IllegalArgumentException.class, mixed::channels);
  }

  private static Member member(Channels channels) {
    return new Member("m", "0", new byte[0], channels);
  }
}
