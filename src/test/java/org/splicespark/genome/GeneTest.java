package org.splicespark.genome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneTest {

  @ParameterizedTest
  @ValueSource(strings = {"MANE Select", "MANE_Select", "mane_select"})
  void maneSelectStandsForTheGene(String tag) {
    Transcript mane = transcript("mane", 10, tag, "basic");
    assertEquals(
        mane, gene(transcript("long", 90), transcript("e", 80, "Ensembl_canonical"), mane));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ensembl_canonical", "RefSeq Select"})
  void withoutManeTheCanonicalOneDoes(String tag) {
    Transcript canonical = transcript("canonical", 10, tag);
    assertEquals(canonical, gene(transcript("long", 90, "basic"), canonical));
  }

  @Test
  void withoutTagsTheLongestSpanDoes() {
    assertEquals("b", gene(transcript("a", 10), transcript("b", 30), transcript("c", 20)).id());
  }

  @Test
  void ofEqualsTheFirstDoes() {
    assertEquals("a", gene(transcript("a", 10), transcript("b", 10)).id());
  }

  @Test
  void manePlusClinicalIsNoManeSelect() {
    assertEquals(
        "b",
        gene(transcript("a", 90, "MANE Plus Clinical"), transcript("b", 9, "MANE Select")).id());
  }

  @Test
  void aGeneWithoutTranscriptIsNone() {
    assertThrows(IllegalArgumentException.class, () -> gene());
  }

  private static Transcript gene(Transcript... transcripts) {
    Interval span = new Interval("1", 0, 100);
    return new Gene("g", "G", "", span, Strand.PLUS, List.of(transcripts)).representative();
  }

  private static Transcript transcript(String id, int length, String... tags) {
    return Transcript.ofExons(id, List.of(new Interval("1", 0, length)), Set.of(tags));
  }
}
